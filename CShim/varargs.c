// Fetching one variadic argument. In C because only C can name va_arg.
#include "varargs_list.h"

int _bt_varargs_int(BtVarArgs_ *args) { return va_arg(args->list, int); }
unsigned int _bt_varargs_uint(BtVarArgs_ *args) { return va_arg(args->list, unsigned int); }
long _bt_varargs_long(BtVarArgs_ *args) { return va_arg(args->list, long); }
unsigned long _bt_varargs_ulong(BtVarArgs_ *args) { return va_arg(args->list, unsigned long); }
long long _bt_varargs_longlong(BtVarArgs_ *args) { return va_arg(args->list, long long); }
unsigned long long _bt_varargs_ulonglong(BtVarArgs_ *args) { return va_arg(args->list, unsigned long long); }
Bt_ssize_t _bt_varargs_ssize(BtVarArgs_ *args) { return va_arg(args->list, Bt_ssize_t); }
double _bt_varargs_double(BtVarArgs_ *args) { return va_arg(args->list, double); }
void *_bt_varargs_pointer(BtVarArgs_ *args) { return va_arg(args->list, void *); }
