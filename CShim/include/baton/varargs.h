/// @file varargs.h
/// A cursor over variadic arguments. `@c` in Swift cannot take a va_list: the variadic front end is C, wraps the list in
/// this struct, and Swift walks the format and fetches each argument by its C type.
#ifndef BATON_VARARGS_H
#define BATON_VARARGS_H

#include <stdarg.h>

#include "config.h"

BT_BEGIN_DECLS

/// Opaque to Swift; made on the stack of the front end, good while that runs.
typedef struct BtVarArgs_ BtVarArgs_;

int _bt_varargs_int(BtVarArgs_ *args);
unsigned int _bt_varargs_uint(BtVarArgs_ *args);
long _bt_varargs_long(BtVarArgs_ *args);
unsigned long _bt_varargs_ulong(BtVarArgs_ *args);
long long _bt_varargs_longlong(BtVarArgs_ *args);
unsigned long long _bt_varargs_ulonglong(BtVarArgs_ *args);
Bt_ssize_t _bt_varargs_ssize(BtVarArgs_ *args);
double _bt_varargs_double(BtVarArgs_ *args);
void *_bt_varargs_pointer(BtVarArgs_ *args);

BT_END_DECLS

#endif
