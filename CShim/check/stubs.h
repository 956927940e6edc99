// What the code of stubs.c calls.
#ifndef BATON_CHECK_STUBS_H
#define BATON_CHECK_STUBS_H

/// The stack of a stub at its caller's frame pointer.
typedef struct BtStubFrame_ {
    void *caller_frame;
    uint64_t number;
    void *return_address;
} BtStubFrame_;

/// What to call, and how many words of arguments are on the stack. In two registers.
typedef struct BtStubCall_ {
    void *target;
    uint64_t words;
} BtStubCall_;

const BtBound_ *_bt_stub_bound(uint64_t number);
__attribute__((visibility("hidden"), used)) BtStubCall_ _bt_stub_enter(BtStubFrame_ *frame, uint64_t *arguments);
__attribute__((visibility("hidden"), used)) void _bt_stub_leave(BtStubFrame_ *frame, uint64_t *result);

#endif
