/// @file structmember.h
/// The old names of members' types, which Python.h has too.
#ifndef Py_STRUCTMEMBER_H
#define Py_STRUCTMEMBER_H

#include "Python.h"

#define RO READONLY
#define READ_RESTRICTED PY_AUDIT_READ

#endif
