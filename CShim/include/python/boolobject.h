/// @file boolobject.h
/// What CPython has in this header stands in Python.h.
///
/// Written by Tools/python_names.py: do not edit.
#include "Python.h"
