# broadsheet_layer(NAME [SPEED] [FILES pattern...] [DEPENDS layer...] [PRIVATE target...])
#
# One static library `broadsheet_NAME` from the .cc files of the calling folder. FILES narrows it to
# the files that match; a later layer of the same folder takes the files that are left. DEPENDS names
# layers, whose headers may be used in our headers; PRIVATE names third-party targets, which only
# this layer's own files see. SPEED compiles for speed where the wasm build compiles for size.
function(broadsheet_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SPEED" "" "FILES;DEPENDS;PRIVATE")
  if(NOT arg_FILES)
    set(arg_FILES "*.cc")
  endif()
  list(TRANSFORM arg_FILES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  file(GLOB sources CONFIGURE_DEPENDS ${arg_FILES})
  get_directory_property(claimed BROADSHEET_CLAIMED)
  list(REMOVE_ITEM sources ${claimed} "${CMAKE_CURRENT_SOURCE_DIR}/main.cc")
  set_property(DIRECTORY APPEND PROPERTY BROADSHEET_CLAIMED ${sources})

  set(target broadsheet_${name})
  list(TRANSFORM arg_DEPENDS PREPEND broadsheet_ OUTPUT_VARIABLE depends)
  if(NOT sources)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(${target} INTERFACE ${depends})
    return()
  endif()

  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
  broadsheet_precompile(${target} broadsheet_base)
  target_link_libraries(${target} PUBLIC ${depends} PRIVATE broadsheet_flags ${arg_PRIVATE})
  if(arg_SPEED)
    broadsheet_optimise(${target} speed)
  else()
    broadsheet_optimise(${target} size)
  endif()
endfunction()
