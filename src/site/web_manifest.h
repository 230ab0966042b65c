#pragma once

#include <string>

#include "view/site_view.h"

namespace broadsheet {

// manifest.webmanifest (W3C Web App Manifest): what the site is called on a home screen.
std::string WebManifest(const SiteView& site);

}  // namespace broadsheet
