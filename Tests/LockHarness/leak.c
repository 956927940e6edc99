// A seeded leak: memory that nothing refers to. The address sanitizer must report it, or its silence about what the lock
// keeps means nothing. Where the system forbids what it needs for that (ptrace), it says so.
#include "harness.h"

int main(void)
{
    CHECK(_bt_lock_init(NULL) == 0);
    char *volatile dropped = malloc(64);
    CHECK(dropped != NULL);
    dropped = NULL;
    BtEval_SaveThread();
    return 0;
}
