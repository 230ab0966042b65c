# broadsheet_fetch(NAME VERSION v SHA256 h DEBIAN package URL upstream [FILES pattern...])
#
# Sets NAME_SOURCE to a folder with the pinned source, patched with cmake/patches/NAME-*.patch in the
# order of their names. The archive comes from the download cache, else from Debian's source archive,
# else from its upstream address; whatever its way, its hash decides. FILES narrows what is unpacked.
# The folder's name carries a hash of the patches, so a changed patch gives a fresh folder.

set(BROADSHEET_SUITE trixie)

if(DEFINED ENV{BROADSHEET_CACHE})
  set(cache_default "$ENV{BROADSHEET_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(cache_default "$ENV{XDG_CACHE_HOME}/broadsheet")
elseif(DEFINED ENV{HOME})
  set(cache_default "$ENV{HOME}/.cache/broadsheet")
else()
  set(cache_default "${PROJECT_SOURCE_DIR}/build/downloads")
endif()
set(BROADSHEET_CACHE "${cache_default}" CACHE PATH "Where downloaded archives are kept")
set(BROADSHEET_DEPS "${PROJECT_SOURCE_DIR}/build/deps")

# Stops unless `file` has the hash.
function(broadsheet_check_hash file expected)
  file(SHA256 "${file}" got)
  if(NOT got STREQUAL expected)
    message(FATAL_ERROR "wrong hash of a downloaded source, nothing was built from it\n"
      "  file:     ${file}\n  expected: ${expected}\n  got:      ${got}\n"
      "Delete the file and configure again. If it comes back the same, the place it comes from was "
      "changed: do not build with it, and do not change the expected hash without knowing why.")
  endif()
endfunction()

# Downloads to `archive`, checked; stops with both reasons when neither place has it.
function(broadsheet_download archive package url expected)
  set(work "${BROADSHEET_DEPS}/apt")
  message(STATUS "Fetching ${package}")
  execute_process(
    COMMAND "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/fetch-debian-source.sh"
      ${BROADSHEET_SUITE} "${work}" ${package}
    RESULT_VARIABLE failed OUTPUT_FILE "${BROADSHEET_DEPS}/apt.log" ERROR_FILE "${BROADSHEET_DEPS}/apt.log")
  file(GLOB found "${work}/${package}_*.orig.tar.gz")
  if(NOT failed AND found)
    broadsheet_check_hash("${found}" ${expected})
    file(RENAME "${found}" "${archive}")
    return()
  endif()

  file(DOWNLOAD "${url}" "${archive}.part" STATUS status INACTIVITY_TIMEOUT 60)
  list(GET status 0 code)
  list(GET status 1 reason)
  if(NOT code EQUAL 0)
    file(REMOVE "${archive}.part")
    message(FATAL_ERROR "cannot fetch ${package}\n"
      "  Debian's source archive (${BROADSHEET_SUITE}): see ${BROADSHEET_DEPS}/apt.log\n"
      "  ${url}: ${reason}\n"
      "Fetch that address by other means and put it at ${archive}; its hash will be checked.")
  endif()
  broadsheet_check_hash("${archive}.part" ${expected})
  file(RENAME "${archive}.part" "${archive}")
endfunction()

function(broadsheet_fetch name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "VERSION;SHA256;DEBIAN;URL" "FILES")
  file(MAKE_DIRECTORY "${BROADSHEET_CACHE}" "${BROADSHEET_DEPS}")
  file(LOCK "${BROADSHEET_DEPS}/lock" GUARD FUNCTION TIMEOUT 300)

  set(archive "${BROADSHEET_CACHE}/${name}-${arg_VERSION}.tar.gz")
  if(EXISTS "${archive}")
    broadsheet_check_hash("${archive}" ${arg_SHA256})
  else()
    broadsheet_download("${archive}" ${arg_DEBIAN} "${arg_URL}" ${arg_SHA256})
  endif()

  file(GLOB patches CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/cmake/patches/${name}-*.patch")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${patches})
  set(key "${arg_SHA256} ${arg_FILES}")
  foreach(patch ${patches})
    file(SHA256 "${patch}" hash)
    string(APPEND key " ${hash}")
  endforeach()
  string(SHA256 key "${key}")
  string(SUBSTRING ${key} 0 8 key)

  set(source "${BROADSHEET_DEPS}/${name}-${arg_VERSION}-${key}")
  if(NOT EXISTS "${source}")
    broadsheet_unpack("${archive}" "${source}" "${arg_FILES}" "${patches}")
  endif()
  set(${name}_SOURCE "${source}" PARENT_SCOPE)
endfunction()

# Unpacks beside `source` first, so that an interrupted run leaves nothing that looks complete.
function(broadsheet_unpack archive source files patches)
  file(REMOVE_RECURSE "${source}.part")
  file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${source}.part" PATTERNS ${files})
  file(GLOB top "${source}.part/*")
  foreach(patch ${patches})
    execute_process(COMMAND patch -p1 -F0 --forward --batch -i "${patch}" WORKING_DIRECTORY "${top}"
      RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(failed)
      message(FATAL_ERROR "${patch} does not apply:\n${output}")
    endif()
  endforeach()
  file(RENAME "${top}" "${source}")
  file(REMOVE_RECURSE "${source}.part")
endfunction()
