// The thread-local struct. In C because Swift has no thread-local variables.
#include "baton/current.h"

__thread struct BtCurrentThread_ _bt_current BT_TLS_MODEL;
