# The targets `stemmer_<language>`, one for each language we index, and `stemmers`, all of them.
# Headers are <snowball/english.h> and so on, and <snowball/api.h>; functions are
# english_UTF_8_create_env, english_UTF_8_stem, english_UTF_8_close_env.

set(stemmer_languages arabic danish dutch english finnish french german hungarian italian norwegian
  portuguese romanian russian spanish swedish turkish)

find_program(BROADSHEET_HOST_CC NAMES cc gcc clang REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(snowball_out "${CMAKE_CURRENT_BINARY_DIR}/snowball")
set(snowball_compiler "${snowball_out}/snowball-compiler")
file(GLOB snowball_compiler_sources "${snowball_SOURCE}/compiler/*.c")
file(MAKE_DIRECTORY "${snowball_out}/include/snowball")
configure_file("${snowball_SOURCE}/runtime/api.h" "${snowball_out}/include/snowball/api.h" COPYONLY)
add_custom_command(OUTPUT "${snowball_compiler}"
  COMMAND "${BROADSHEET_HOST_CC}" -w -o "${snowball_compiler}" ${snowball_compiler_sources}
  COMMENT "Building the Snowball compiler" VERBATIM)

broadsheet_third_party(stemmer_runtime size
  "${snowball_SOURCE}/runtime/api.c" "${snowball_SOURCE}/runtime/utilities.c")
target_include_directories(stemmer_runtime SYSTEM PUBLIC "${snowball_out}/include")

add_library(stemmers INTERFACE)
foreach(language ${stemmer_languages})
  set(stem "${snowball_out}/include/snowball/${language}")
  add_custom_command(OUTPUT "${stem}.c" "${stem}.h"
    COMMAND "${snowball_compiler}" "${snowball_SOURCE}/algorithms/${language}.sbl"
      -o "${stem}" -eprefix ${language}_UTF_8_ -runtime "${snowball_SOURCE}/runtime" -utf8
    DEPENDS "${snowball_compiler}" "${snowball_SOURCE}/algorithms/${language}.sbl"
    COMMENT "Generating the ${language} stemmer" VERBATIM)
  broadsheet_third_party(stemmer_${language} size "${stem}.c" "${stem}.h")
  target_link_libraries(stemmer_${language} PUBLIC stemmer_runtime)
  target_link_libraries(stemmers INTERFACE stemmer_${language})
endforeach()
