// The thread-local struct. In C because Swift has no thread-local variables.
#include "baton/current.h"

__thread struct BtCurrentThread_ _bt_current BT_TLS_MODEL = {
    // Not known: the first guarded call of the thread finds out.
    .stack_limit = UINTPTR_MAX,
};
