# Compiler and linker flags. `broadsheet_flags` is for our own code; the dependencies set theirs.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 99)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
# A development build keeps its asserts.
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O1 -g")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g")
# Lines are what a report names; all the rest of the debugger's notes costs a fourth of the build.
if(BROADSHEET_LINES_ONLY OR BROADSHEET_SANITIZE)
  set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O1 -g1")
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
endif()

if(BROADSHEET_SANITIZE)
  set(sanitize -fsanitize=${BROADSHEET_SANITIZE} -fno-omit-frame-pointer)
  add_compile_options(${sanitize})
  add_link_options(${sanitize})
  if(BROADSHEET_SANITIZE MATCHES "undefined")
    # The layers have no RTTI, which the check of virtual tables needs.
    add_compile_options(-fno-sanitize-recover=undefined -fno-sanitize=vptr)
  endif()
endif()
if(BROADSHEET_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(broadsheet_flags INTERFACE)
target_compile_options(broadsheet_flags INTERFACE
  # Sums must come out the same on every processor, those that multiply and add in one go included.
  -ffp-contract=off
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  $<$<BOOL:${BROADSHEET_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these falsely inside its own std::string at -O1 and up.
  target_compile_options(broadsheet_flags INTERFACE
    -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow
    -Wno-stringop-overread)
endif()

if(EMSCRIPTEN)
  # Small by default; a layer marked SPEED is compiled -O3 instead (see layers.cmake).
  set(CMAKE_C_FLAGS_RELEASE "-DNDEBUG")
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
  set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-Oz")
  # Every browser that has SIMD (src/markdown/CMakeLists.txt) has had these for longer.
  add_compile_options(-flto -mbulk-memory -msign-ext -mnontrapping-fptoint $<$<COMPILE_LANGUAGE:CXX>:-fno-threadsafe-statics>)
  add_link_options(-flto)
  # Debian's Emscripten finds its JavaScript optimiser's packages only through NODE_PATH.
  if(EXISTS /usr/share/nodejs/acorn)
    set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
    set(CMAKE_C_LINKER_LAUNCHER ${CMAKE_CXX_LINKER_LAUNCHER})
  endif()
endif()

# Gives `target` the optimisation of its kind in the wasm build: `speed` or `size`. Emscripten takes -Oz
# to mean that nothing is inlined, which is both larger and slower.
function(broadsheet_optimise target kind)
  if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
    if(kind STREQUAL "speed")
      target_compile_options(${target} PRIVATE -O3)
    else()
      target_compile_options(${target} PRIVATE -Oz -finline-functions)
    endif()
  endif()
endfunction()

# Has the native compiler read the commonest headers once and not for every file: more than half of its
# work. broadsheet_precompile(TARGET MODEL header...): with what was made for MODEL, a target of the same
# compiler options, or if that is TARGET itself, makes it. The wasm build goes without, and so notices an
# include that a file forgot.
function(broadsheet_precompile target model)
  if(EMSCRIPTEN)
    return()
  endif()
  if(NOT target STREQUAL model)
    target_precompile_headers(${target} REUSE_FROM ${model})
  else()
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cstdint> <functional> <memory>
      <optional> <string> <string_view> <utility> <vector> ${ARGN})
  endif()
endfunction()
