// Stubs: code that stands in front of a function of any signature. Each saves the registers that may hold arguments, asks
// _bt_stub_enter what to call, calls it with the same arguments, and tells _bt_stub_leave of the result. The pool is
// part of the program's code, so that nothing writable is executed.
#define _GNU_SOURCE
#include "check.h"
#include "stubs.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)

#define STUBS 8192
#define STUB_SIZE 16

extern const char _bt_stubs[] __attribute__((visibility("hidden")));

static const BtBound_ *bound[STUBS];
static uint32_t bound_count;  // guarded by: the checks' mutex

// rbp points at: the caller's rbp, the stub's number, the return address, the arguments on the stack.
__asm__(
    ".text\n"
    ".p2align 4\n"
    "_bt_stub_call:\n"
    ".cfi_startproc\n"
    ".cfi_def_cfa_offset 16\n"
    "    pushq %rbp\n"
    ".cfi_def_cfa_offset 24\n"
    ".cfi_offset %rbp, -24\n"
    "    movq %rsp, %rbp\n"
    ".cfi_def_cfa_register %rbp\n"
    "    pushq %rbx\n"
    ".cfi_offset %rbx, -32\n"
    "    pushq %r12\n"
    ".cfi_offset %r12, -40\n"
    "    pushq %rax\n"
    "    pushq %r9\n"
    "    pushq %r8\n"
    "    pushq %rcx\n"
    "    pushq %rdx\n"
    "    pushq %rsi\n"
    "    pushq %rdi\n"              // 72 bytes below rbp
    "    subq $128, %rsp\n"         // with the 24 bytes above rbp a multiple of 16
    "    movups %xmm0, 0(%rsp)\n"
    "    movups %xmm1, 16(%rsp)\n"
    "    movups %xmm2, 32(%rsp)\n"
    "    movups %xmm3, 48(%rsp)\n"
    "    movups %xmm4, 64(%rsp)\n"
    "    movups %xmm5, 80(%rsp)\n"
    "    movups %xmm6, 96(%rsp)\n"
    "    movups %xmm7, 112(%rsp)\n"
    "    movq %rbp, %rdi\n"
    "    leaq -72(%rbp), %rsi\n"
    "    call _bt_stub_enter\n"
    "    movq %rax, %rbx\n"
    "    movq %rdx, %r12\n"
    "    movups 0(%rsp), %xmm0\n"
    "    movups 16(%rsp), %xmm1\n"
    "    movups 32(%rsp), %xmm2\n"
    "    movups 48(%rsp), %xmm3\n"
    "    movups 64(%rsp), %xmm4\n"
    "    movups 80(%rsp), %xmm5\n"
    "    movups 96(%rsp), %xmm6\n"
    "    movups 112(%rsp), %xmm7\n"
    "    movq %r12, %rcx\n"
    "    leaq 0(,%r12,8), %rax\n"
    "    subq %rax, %rsp\n"
    "    movq %rsp, %rdi\n"
    "    leaq 24(%rbp), %rsi\n"
    "    cld\n"
    "    rep movsq\n"
    "    movq -72(%rbp), %rdi\n"
    "    movq -64(%rbp), %rsi\n"
    "    movq -56(%rbp), %rdx\n"
    "    movq -48(%rbp), %rcx\n"
    "    movq -40(%rbp), %r8\n"
    "    movq -32(%rbp), %r9\n"
    "    movq -24(%rbp), %rax\n"
    "    call *%rbx\n"
    "    leaq -200(%rbp), %rsp\n"
    "    movq %rax, -24(%rbp)\n"
    "    movq %rdx, -56(%rbp)\n"
    "    movups %xmm0, 0(%rsp)\n"
    "    movups %xmm1, 16(%rsp)\n"
    "    movq %rbp, %rdi\n"
    "    leaq -24(%rbp), %rsi\n"
    "    call _bt_stub_leave\n"
    "    movq -24(%rbp), %rax\n"
    "    movq -56(%rbp), %rdx\n"
    "    movups 0(%rsp), %xmm0\n"
    "    movups 16(%rsp), %xmm1\n"
    "    movq -8(%rbp), %rbx\n"
    "    movq -16(%rbp), %r12\n"
    "    leave\n"
    ".cfi_def_cfa %rsp, 16\n"
    "    addq $8, %rsp\n"
    ".cfi_def_cfa_offset 8\n"
    "    ret\n"
    ".cfi_endproc\n"
    ".p2align 4\n"
    ".globl _bt_stubs\n"
    ".hidden _bt_stubs\n"
    "_bt_stubs:\n"
    ".set number, 0\n"
    ".rept 8192\n"
    "    pushq $number\n"
    "    .set number, number + 1\n"
    "    jmp _bt_stub_call\n"
    "    .p2align 4\n"
    ".endr\n");

const BtBound_ *_bt_stub_bound(uint64_t number) { return bound[number]; }

void *_bt_stub(const BtBound_ *what)
{
    void *stub = NULL;
    _bt_check_lock();
    if (bound_count < STUBS) {
        bound[bound_count] = what;
        stub = (char *)(uintptr_t)_bt_stubs + (size_t)bound_count++ * STUB_SIZE;
    }
    _bt_check_unlock();
    return stub;
}

int _bt_is_stub(const void *function)
{
    return (const char *)function >= _bt_stubs && (const char *)function < _bt_stubs + (size_t)STUBS * STUB_SIZE;
}

void *_bt_slot_stub(void *function, const char *slot, const char *owner, int result)
{
    if (function == NULL || !_bt_check_is_foreign(function) || _bt_is_stub(function)) {
        return function;
    }
    // The same function in the same slot gives the same stub: the runtime compares slots.
    _bt_check_lock();
    for (uint32_t i = 0; i < bound_count; i++) {
        if (bound[i]->is_slot && bound[i]->target == function && strcmp(bound[i]->name, slot) == 0) {
            _bt_check_unlock();
            return (char *)(uintptr_t)_bt_stubs + (size_t)i * STUB_SIZE;
        }
    }
    _bt_check_unlock();
    BtBound_ *line = calloc(1, sizeof *line);
    if (line == NULL) {
        return function;
    }
    line->target = function;
    line->name = slot;
    line->owner = owner;
    line->is_slot = 1;
    line->result = (uint8_t)result;
    void *stub = _bt_stub(line);
    return stub != NULL ? stub : function;
}

#else

const BtBound_ *_bt_stub_bound(uint64_t number)
{
    (void)number;
    return NULL;
}
void *_bt_stub(const BtBound_ *what)
{
    (void)what;
    return NULL;
}
int _bt_is_stub(const void *function)
{
    (void)function;
    return 0;
}
void *_bt_slot_stub(void *function, const char *slot, const char *owner, int result)
{
    (void)slot, (void)owner, (void)result;
    return function;
}

#endif
