// The struct behind the cursor of baton/varargs.h, for the C files that make one.
#ifndef BATON_VARARGS_LIST_H
#define BATON_VARARGS_LIST_H

#include "baton/varargs.h"

struct BtVarArgs_ {
    va_list list;
};

#endif
