// A seeded data race: one thread counts attached, the other does not care. The thread sanitizer must report it, or its
// silence about the lock means nothing.
#include "harness.h"

static long counted;

static void *count_detached(void *argument)
{
    (void)argument;
    for (int i = 0; i < 1000; i++) {
        counted++;
    }
    return NULL;
}

int main(void)
{
    CHECK(_bt_lock_init(NULL) == 0);
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, count_detached, NULL) == 0);
    for (int i = 0; i < 1000; i++) {
        counted++;
        BtEval_RestoreThread(BtEval_SaveThread());
    }
    BtThreadState *state = BtEval_SaveThread();
    CHECK(pthread_join(thread, NULL) == 0);
    BtEval_RestoreThread(state);
    return 0;
}
