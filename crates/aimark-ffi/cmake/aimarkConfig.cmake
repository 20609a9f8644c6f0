# find_package(aimark): aimark::aimark is the shared library, aimark::static the static one, each if it is installed.
# This file stands in <prefix>/share/cmake/aimark, and finds the rest from there.

get_filename_component(_aimark_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
find_path(aimark_INCLUDE_DIR aimark.h HINTS "${_aimark_prefix}/include" NO_DEFAULT_PATH)
set(_aimark_places HINTS "${_aimark_prefix}" PATH_SUFFIXES lib lib64 "lib/${CMAKE_LIBRARY_ARCHITECTURE}" bin NO_DEFAULT_PATH)
find_library(aimark_SHARED NAMES ${CMAKE_SHARED_LIBRARY_PREFIX}aimark${CMAKE_SHARED_LIBRARY_SUFFIX} aimark.dll.lib ${_aimark_places})
find_library(aimark_STATIC NAMES ${CMAKE_STATIC_LIBRARY_PREFIX}aimark${CMAKE_STATIC_LIBRARY_SUFFIX} ${_aimark_places})
mark_as_advanced(aimark_INCLUDE_DIR aimark_SHARED aimark_STATIC)

if(aimark_INCLUDE_DIR AND aimark_SHARED AND NOT TARGET aimark::aimark)
    add_library(aimark::aimark UNKNOWN IMPORTED)
    set_target_properties(aimark::aimark PROPERTIES
        IMPORTED_LOCATION "${aimark_SHARED}" INTERFACE_INCLUDE_DIRECTORIES "${aimark_INCLUDE_DIR}")
endif()

if(aimark_INCLUDE_DIR AND aimark_STATIC AND NOT TARGET aimark::static)
    add_library(aimark::static UNKNOWN IMPORTED)
    set_target_properties(aimark::static PROPERTIES
        IMPORTED_LOCATION "${aimark_STATIC}" INTERFACE_INCLUDE_DIRECTORIES "${aimark_INCLUDE_DIR}")
    if(UNIX AND NOT APPLE)
        find_package(Threads REQUIRED)
        set_property(TARGET aimark::static PROPERTY
            INTERFACE_LINK_LIBRARIES Threads::Threads ${CMAKE_DL_LIBS} m gcc_s)
    endif()
endif()

if(NOT TARGET aimark::aimark AND NOT TARGET aimark::static)
    set(aimark_FOUND FALSE)
    set(aimark_NOT_FOUND_MESSAGE "neither libaimark nor its header is below ${_aimark_prefix}")
endif()
unset(_aimark_prefix)
unset(_aimark_places)
