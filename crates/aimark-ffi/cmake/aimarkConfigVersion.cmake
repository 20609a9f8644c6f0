# Whether this is the version that find_package(aimark VERSION) asks for. The installed header knows what it is.
# Before 1.0 a minor version may break its callers, so that it must be the same; after that the major version must.

get_filename_component(_aimark_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
set(PACKAGE_VERSION "")
foreach(_aimark_part MAJOR MINOR PATCH)
    set(_aimark_define "#define AIMARK_VERSION_${_aimark_part} ")
    file(STRINGS "${_aimark_prefix}/include/aimark.h" _aimark_line LIMIT_COUNT 1 REGEX "^${_aimark_define}[0-9]+$")
    string(REPLACE "${_aimark_define}" "" _aimark_${_aimark_part} "${_aimark_line}")
endforeach()
set(PACKAGE_VERSION "${_aimark_MAJOR}.${_aimark_MINOR}.${_aimark_PATCH}")

set(_aimark_same "${_aimark_MAJOR}")
set(_aimark_wanted "${PACKAGE_FIND_VERSION_MAJOR}")
if(_aimark_MAJOR EQUAL 0 AND PACKAGE_FIND_VERSION_COUNT GREATER 1)
    set(_aimark_same "${_aimark_MAJOR}.${_aimark_MINOR}")
    set(_aimark_wanted "${PACKAGE_FIND_VERSION_MAJOR}.${PACKAGE_FIND_VERSION_MINOR}")
endif()
if(_aimark_same STREQUAL _aimark_wanted AND NOT PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION)
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
if(PACKAGE_VERSION VERSION_EQUAL PACKAGE_FIND_VERSION)
    set(PACKAGE_VERSION_EXACT TRUE)
endif()
