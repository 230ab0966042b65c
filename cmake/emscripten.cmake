# The wasm toolchain: Emscripten's own file, found from the `emcc` on PATH.

find_program(EMCC emcc HINTS "$ENV{EMSDK}/upstream/emscripten" NO_CMAKE_FIND_ROOT_PATH)
if(NOT EMCC)
  message(FATAL_ERROR "emcc was not found on PATH; install Emscripten "
    "(Debian: apt-get install --no-install-recommends emscripten) or run ./build-wasm.sh")
endif()
get_filename_component(emcc_real "${EMCC}" REALPATH)
get_filename_component(emcc_dir "${emcc_real}" DIRECTORY)
foreach(root "$ENV{EMSDK}/upstream/emscripten" "${emcc_dir}" "${emcc_dir}/../libexec" /usr/share/emscripten)
  if(EXISTS "${root}/cmake/Modules/Platform/Emscripten.cmake")
    include("${root}/cmake/Modules/Platform/Emscripten.cmake")
    return()
  endif()
endforeach()
message(FATAL_ERROR "no cmake/Modules/Platform/Emscripten.cmake near ${emcc_real}; "
  "set EMSDK to the folder of your Emscripten SDK")
