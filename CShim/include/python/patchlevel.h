/// @file patchlevel.h
/// The version of CPython whose API sources see. Scripts see another one, 3.13 (`sys.version_info`), whose language and messages
/// theirs are: a build script that asks Python gets that one, and the preprocessor this one.
#ifndef Py_PATCHLEVEL_H
#define Py_PATCHLEVEL_H

#define PY_RELEASE_LEVEL_ALPHA 0xA
#define PY_RELEASE_LEVEL_BETA 0xB
#define PY_RELEASE_LEVEL_GAMMA 0xC
#define PY_RELEASE_LEVEL_FINAL 0xF

#define PY_MAJOR_VERSION 3
#define PY_MINOR_VERSION 14
#define PY_MICRO_VERSION 0
#define PY_RELEASE_LEVEL PY_RELEASE_LEVEL_FINAL
#define PY_RELEASE_SERIAL 0
#define PY_VERSION "3.14.0"
#define PY_VERSION_HEX 0x030e00f0
#define PYTHON_API_VERSION 1013
#define PYTHON_API_STRING "1013"
#define PYTHON_ABI_VERSION 3
#define PYTHON_ABI_STRING "3"
/// For sources that want to know: this is Baton behind CPython's names.
#define BATON_PYTHON_H 1

#endif
