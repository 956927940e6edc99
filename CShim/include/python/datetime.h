/// @file datetime.h
/// The C API of the module datetime; names.h has the names.
#ifndef Py_DATETIME_H
#define Py_DATETIME_H

#include "Python.h"

#include <baton/datetime.h>

#endif
