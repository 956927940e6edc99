# find_package(Baton) gives
#
#   Baton::Baton          the headers, for extensions: they link to nothing of Baton
#   Baton::Embed          the headers and the runtime, for host applications
#   baton_add_extension   an extension from its sources
#   Baton_INCLUDE_DIR, Baton_MODULE_DIR, Baton_EXECUTABLE

get_filename_component(_baton_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
set(Baton_INCLUDE_DIR "${_baton_prefix}/include/baton")
set(Baton_MODULE_DIR "${_baton_prefix}/lib/baton")
set(Baton_EXECUTABLE "${_baton_prefix}/bin/baton")

if(NOT TARGET Baton::Baton)
    add_library(Baton::Baton INTERFACE IMPORTED)
    set_target_properties(Baton::Baton PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${Baton_INCLUDE_DIR}")
endif()
if(NOT TARGET Baton::Embed)
    add_library(Baton::Embed SHARED IMPORTED)
    set_target_properties(Baton::Embed PROPERTIES
        IMPORTED_LOCATION "${_baton_prefix}/lib/libBaton.so"
        IMPORTED_SONAME libBaton.so
        INTERFACE_INCLUDE_DIRECTORIES "${Baton_INCLUDE_DIR}")
endif()
unset(_baton_prefix)

# baton_add_extension(NAME [PYTHON_H] [CONTRACT strict|relaxed|off] SOURCES...)
#
# Make NAME.so, which exports BtInit_NAME. PYTHON_H: the sources are written for CPython. CONTRACT: how strictly the compiler
# checks the threading contract; a breach is an error. clang sees the most, gcc follows the blocks of a function.
function(baton_add_extension name)
    cmake_parse_arguments(PARSE_ARGV 1 baton "PYTHON_H" "CONTRACT" "")
    if(NOT baton_CONTRACT)
        if(baton_PYTHON_H)
            set(baton_CONTRACT relaxed)
        else()
            set(baton_CONTRACT strict)
        endif()
    endif()
    if(NOT baton_CONTRACT MATCHES "^(strict|relaxed|off)$")
        message(FATAL_ERROR "baton_add_extension(${name}): CONTRACT is strict, relaxed or off, not ${baton_CONTRACT}")
    endif()
    if(NOT baton_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "baton_add_extension(${name}): no sources")
    endif()

    add_library(${name} MODULE ${baton_UNPARSED_ARGUMENTS})
    set_target_properties(${name} PROPERTIES
        PREFIX "" SUFFIX ".so" C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden)
    target_link_libraries(${name} PRIVATE Baton::Baton)
    if(baton_PYTHON_H)
        target_include_directories(${name} PRIVATE "${Baton_INCLUDE_DIR}/python")
        target_compile_definitions(${name} PRIVATE "PyInit_${name}=BtInit_${name}")
        target_compile_options(${name} PRIVATE -fno-strict-aliasing)
    endif()
    if(baton_CONTRACT STREQUAL "off")
        return()
    endif()

    target_compile_definitions(${name} PRIVATE BT_CONTRACT=${baton_CONTRACT})
    # Headers that mark the system's calls that wait, for clang; gcc follows a block where it optimises.
    set(clang "$<OR:$<COMPILE_LANG_AND_ID:C,Clang>,$<COMPILE_LANG_AND_ID:CXX,Clang>>")
    set(gcc "$<OR:$<COMPILE_LANG_AND_ID:C,GNU>,$<COMPILE_LANG_AND_ID:CXX,GNU>>")
    target_include_directories(${name} SYSTEM BEFORE PRIVATE "$<${clang}:${Baton_INCLUDE_DIR}/baton/checked>")
    target_compile_options(${name} PRIVATE
        "$<${clang}:-Wthread-safety;-Werror=thread-safety;-Werror=unused-result>"
        "$<$<AND:${gcc},$<IN_LIST:$<CONFIG>,;Debug>>:-O1>")
endfunction()
