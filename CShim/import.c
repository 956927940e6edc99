// Where the runtime itself was loaded from. In C because Swift's Glibc does not offer dladdr.
#define _GNU_SOURCE
#include <dlfcn.h>

#include "baton/host.h"

const char *_bt_runtime_library(void)
{
    Dl_info info;
    return dladdr(&_bt_import, &info) != 0 ? info.dli_fname : NULL;
}
