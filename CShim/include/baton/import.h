/// @file import.h
/// Importing modules by name.
#ifndef BATON_IMPORT_H
#define BATON_IMPORT_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
