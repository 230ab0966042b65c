#include "markdown/inline_rules.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

// GitHub's shortcodes that texts use most: each name is followed by what it stands for, which has no
// ASCII in it, so that one string is table enough (and small enough for a module).
// The formatter breaks these strings anew at every run.
// clang-format off
constexpr std::string_view kEmoji =
    "+1👍-1👎100💯alarm_clock⏰alien👽angry😠apple🍎arrow_down⬇️arrow_left⬅️arrow_right➡️arrow_up⬆️art🎨"
    "baby👶balloon🎈ballot_box_with_check☑️beer🍺beers🍻bell🔔bicyclist🚴bike🚲bird🐦birthday🎂blue_heart💙"
    "blush😊boom💥bomb💣book📖bookmark🔖books📚bow🙇brain🧠broken_heart💔bug🐛bulb💡cake🍰calendar📆camera📷"
    "cat🐱chart_with_upwards_trend📈check✅christmas_tree🎄clap👏clipboard📋clock🕐cloud☁️coffee☕"
    "computer💻confetti_ball🎊confused😕construction🚧cookie🍪cool🆒copyright©️cow🐮crab🦀crown👑cry😢"
    "crying_cat_face😿crystal_ball🔮dart🎯dash💨date📅disappointed😞dizzy💫dog🐶dragon🐉droplet💧earth_africa🌍"
    "earth_americas🌎earth_asia🌏egg🥚elephant🐘email📧exclamation❗exploding_head🤯eyes👀facepalm🤦"
    "family👪fearful😨fire🔥fireworks🎆fish🐟fist✊floppy_disk💾flushed😳four_leaf_clover🍀fox_face🦊"
    "framed_picture🖼️gear⚙️gem💎ghost👻gift🎁globe_with_meridians🌐green_heart💚grey_question❔grin😁"
    "grinning😀guitar🎸hammer🔨hammer_and_wrench🛠️hand✋handshake🤝hatching_chick🐣heart❤️heart_eyes😍"
    "heartbeat💓heavy_check_mark✔️heavy_plus_sign➕heavy_minus_sign➖herb🌿honeybee🐝hourglass⌛house🏠hugs🤗"
    "icecream🍦inbox_tray📥information_sourceℹ️innocent😇joy😂key🔑kiss💋label🏷️laughing😆leaves🍃"
    "lemon🍋link🔗lipstick💄lock🔒loudspeaker📢love_letter💌mag🔍mailbox📫mask😷medal_sports🏅mega📣"
    "memo📝microphone🎤microscope🔬money_with_wings💸moon🌔mortar_board🎓mountain⛰️mouse🐭muscle💪"
    "musical_note🎵neutral_face😐new🆕newspaper📰night_with_stars🌃no_entry⛔no_entry_sign🚫notebook📓"
    "ocean🌊octopus🐙ok🆗ok_hand👌open_mouth😮orange_heart🧡outbox_tray📤package📦page_facing_up📄palm_tree🌴"
    "panda_face🐼paperclip📎partying_face🥳pencil📝pencil2✏️penguin🐧pensive😔phone☎️pizza🍕point_down👇"
    "point_left👈point_right👉point_up☝️police_car🚓pray🙏printer🖨️purple_heart💜pushpin📌question❓rabbit🐰"
    "rage😡rainbow🌈raised_hands🙌recycle♻️red_circle🔴relaxed☺️relieved😌robot🤖rocket🚀rofl🤣rose🌹"
    "rotating_light🚨sailboat⛵scream😱scroll📜see_no_evil🙈seedling🌱shield🛡️ship🚢shrug🤷skull💀sleeping😴"
    "sleepy😪slightly_smiling_face🙂smile😄smiley😃smiling_imp😈smirk😏snail🐌snake🐍snowflake❄️snowman⛄sob😭"
    "soccer⚽sparkles✨sparkling_heart💖speech_balloon💬star⭐star2🌟stop_sign🛑stuck_out_tongue😛"
    "sun_with_face🌞sunflower🌻sunglasses😎sunny☀️sunrise🌅sweat😓sweat_smile😅tada🎉telescope🔭thinking🤔"
    "thought_balloon💭thumbsdown👎thumbsup👍tiger🐯tired_face😫tools🛠️train🚆trash🗑️triangular_flag_on_post🚩"
    "trophy🏆truck🚚turtle🐢tv📺umbrella☔unicorn🦄unlock🔓upside_down_face🙃v✌️vertical_traffic_light🚦"
    "violin🎻volcano🌋warning⚠️watch⌚wave👋weary😩whale🐳wheelchair♿white_check_mark✅white_heart🤍wine_glass🍷"
    "wink😉wolf🐺world_map🗺️worried😟wrench🔧writing_hand✍️x❌yellow_heart💛yum😋zap⚡zzz💤";
// clang-format on

constexpr size_t kLongestName = 32;

bool IsNameByte(char c) {
  return (c >= 'a' && c <= 'z') || IsDigit(c) || c == '_' || c == '+' || c == '-';
}
bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// What `name` stands for; "" when it stands for nothing.
std::string_view FindEmoji(std::string_view name) {
  for (size_t at = kEmoji.find(name); at != std::string_view::npos;
       at = kEmoji.find(name, at + 1)) {
    const size_t begin = at + name.size();
    const bool whole = (at == 0 || !IsAscii(kEmoji[at - 1])) && !IsAscii(kEmoji[begin]);
    if (!whole) continue;
    size_t end = begin;
    while (end < kEmoji.size() && !IsAscii(kEmoji[end])) ++end;
    return kEmoji.substr(begin, end - begin);
  }
  return "";
}

}  // namespace

cmark_node* MatchEmoji(InlineCursor& cursor) {
  const std::string_view text = cursor.rest().substr(1);
  size_t size = 0;
  while (size < text.size() && size <= kLongestName && IsNameByte(text[size])) ++size;
  if (size == 0 || size == text.size() || text[size] != ':' || IsAlnum(cursor.previous())) {
    return nullptr;
  }
  const std::string_view emoji = FindEmoji(text.substr(0, size));
  if (emoji.empty()) return nullptr;
  cursor.Advance(size + 2);
  return NewText(emoji);
}

}  // namespace broadsheet
