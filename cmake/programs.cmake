# What is linked: the command, the wasm modules and the unit tests.

if(EMSCRIPTEN)
  get_filename_component(emcc_real "${EMCC}" REALPATH)
  get_filename_component(emcc_dir "${emcc_real}" DIRECTORY)
  find_program(WASM_OPT wasm-opt HINTS "${emcc_dir}/../bin" NO_CMAKE_FIND_ROOT_PATH)
  find_program(WASM_METADCE wasm-metadce HINTS "${emcc_dir}/../bin" NO_CMAKE_FIND_ROOT_PATH)
endif()

# broadsheet_command(NAME source...): a program with a main; under Node in the wasm build.
function(broadsheet_command name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE broadsheet_flags)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  broadsheet_optimise(${name} size)
  if(EMSCRIPTEN)
    target_link_options(${name} PRIVATE -sNODERAWFS=1 -sWASM_ASYNC_COMPILATION=0 -sEXIT_RUNTIME=1
      -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=2097152 -sENVIRONMENT=node
      -sEXPORTED_RUNTIME_METHODS=ENV
      "SHELL:--pre-js ${PROJECT_SOURCE_DIR}/cmake/node-environment.js")
    set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS
      "${PROJECT_SOURCE_DIR}/cmake/node-environment.js")
    # Emscripten writes CommonJS; the repository's own package.json would have it read as a module.
    file(WRITE "${PROJECT_BINARY_DIR}/package.json" "{ \"type\": \"commonjs\" }\n")
  endif()
endfunction()

# broadsheet_module(NAME [TRIM] DEPENDS layer... [WITH source...]): NAME.wasm from NAME_*.cc, exchange.cc and
# the further sources, standalone, with no generated JavaScript. It exports what the sources mark with
# export_name, and a few functions of Emscripten's own, which TRIM takes out (read.wasm compresses better
# with them).
function(broadsheet_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "TRIM" "" "DEPENDS;WITH")
  file(GLOB sources CONFIGURE_DEPENDS
    "${CMAKE_CURRENT_SOURCE_DIR}/${name}_*.cc" "${CMAKE_CURRENT_SOURCE_DIR}/exchange*.cc")
  list(TRANSFORM arg_DEPENDS PREPEND broadsheet_)
  set(target wasm_${name})
  add_executable(${target} ${sources} ${arg_WITH})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .wasm
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
  target_link_libraries(${target} PRIVATE broadsheet_flags nlohmann_json ${arg_DEPENDS})
  target_link_options(${target} PRIVATE --no-entry -sSTANDALONE_WASM -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1048576 -sINITIAL_MEMORY=4194304
    -sMALLOC=emmalloc)
  broadsheet_optimise(${target} size)
  if(WASM_OPT AND CMAKE_BUILD_TYPE STREQUAL "Release")
    # What Emscripten's own call of the same optimiser leaves: about a hundredth, and flattened it finds
    # more to share, up to as much again. The smallest functions inlined: another hundredth, compressed.
    set(optimise "${WASM_OPT}" --flatten --rereloop -Oz -Oz --converge -Oz
      --always-inline-max-function-size=6 --low-memory-unused --zero-filled-memory --enable-simd
      --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int)
    if(arg_TRIM AND WASM_METADCE)
      broadsheet_exports(${name} ${sources} ${arg_WITH})
      add_custom_command(TARGET ${target} POST_BUILD
        COMMAND "${WASM_METADCE}" "--graph-file=${CMAKE_CURRENT_BINARY_DIR}/${name}.exports.json"
        --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int
        $<TARGET_FILE:${target}> -o ${name}.called.wasm > ${name}.unused.txt
        COMMAND ${optimise} ${name}.called.wasm -o $<TARGET_FILE:${target}>)
    else()
      add_custom_command(TARGET ${target} POST_BUILD
        COMMAND ${optimise} $<TARGET_FILE:${target}> -o $<TARGET_FILE:${target}>)
    endif()
  endif()
endfunction()

# Writes NAME.exports.json: what of a module is called from outside, for wasm-metadce.
function(broadsheet_exports name)
  set(exports memory _initialize)
  foreach(source IN LISTS ARGN)
    file(STRINGS "${source}" lines REGEX "^BROADSHEET_EXPORT\\(")
    list(TRANSFORM lines REPLACE "^BROADSHEET_EXPORT\\(([a-z_]+)\\).*" "\\1")
    list(APPEND exports ${lines})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
  endforeach()
  list(JOIN exports "\", \"" reached)
  set(graph "[{\"name\": \"outside\", \"root\": true, \"reaches\": [\"${reached}\"]}")
  foreach(export IN LISTS exports)
    string(APPEND graph ",\n{\"name\": \"${export}\", \"export\": \"${export}\"}")
  endforeach()
  file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/${name}.exports.json" "${graph}]\n")
endfunction()
