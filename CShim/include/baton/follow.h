/// @file follow.h
/// How gcc follows allow-threads blocks, under -DBT_CONTRACT=strict or relaxed.
///
/// gcc has no capability attributes. Here a block declares a local flag that is 1 while detached. Each call of an API
/// function looks at the flag (calls.h, generated from the headers), and so does the way out of the block. Where gcc's
/// constant propagation proves that the flag is 1 there, a call of a function with the `error` attribute is left over,
/// and its message names the rule. The flag takes no room and no time in the code.
///
/// It finds an API call inside a block (R1, R2, R9), blocks that nest and BLOCK or UNBLOCK twice (R3), and in C a way out of
/// a block (R4; in C++ an exception that may pass cannot be told from a return). It does not find: fields of objects,
/// BtEval_SaveThread and BtEval_RestoreThread used bare, and functions that are called without being attached.
#ifndef BATON_FOLLOW_H
#define BATON_FOLLOW_H

#include "annotations.h"

#if BT_IS_CHECKED && !BT_HAS_CLANG && defined(__GNUC__)
#  ifndef __OPTIMIZE__
#    error "gcc checks the contract only while it optimises: add -O1 or more, or leave out -DBT_CONTRACT"
#  endif

BT_BEGIN_DECLS
#  define BT_BREACH_(name, text) void name(void) __attribute__((error(text)))
BT_BREACH_(_bt_breach_call, "R1: an API function is called inside an allow-threads block. See: baton explain R1");
BT_BREACH_(_bt_breach_pin, "R2: a reference or a buffer is taken or dropped inside an allow-threads block. See: baton explain R2");
BT_BREACH_(_bt_breach_raise, "R9: an error is set inside an allow-threads block. See: baton explain R9");
BT_BREACH_(_bt_breach_save, "R3: a save inside an allow-threads block; blocks do not nest. See: baton explain R3");
BT_BREACH_(_bt_breach_restore, "R3: a restore where the thread is attached already. See: baton explain R3");
BT_BREACH_(_bt_breach_way_out, "R4: a way out of this allow-threads block does not attach. See: baton explain R4");
BT_END_DECLS
#  undef BT_BREACH_

/// The flag outside of every block. Its value is never known, and nothing reads it.
static __thread int bt_detached_ __attribute__((unused));

#  define BT_FOLLOWS_ static inline __attribute__((always_inline, artificial))
#  define BT_IS_KNOWN_(flag, value) (__builtin_constant_p(flag) && (flag) == (value))

BT_FOLLOWS_ void _bt_follow_call(int flag) { if (BT_IS_KNOWN_(flag, 1)) { _bt_breach_call(); } }
BT_FOLLOWS_ void _bt_follow_pin(int flag) { if (BT_IS_KNOWN_(flag, 1)) { _bt_breach_pin(); } }
BT_FOLLOWS_ void _bt_follow_raise(int flag) { if (BT_IS_KNOWN_(flag, 1)) { _bt_breach_raise(); } }
BT_FOLLOWS_ void _bt_follow_save(int flag) { if (BT_IS_KNOWN_(flag, 1)) { _bt_breach_save(); } }
BT_FOLLOWS_ void _bt_follow_restore(int flag) { if (BT_IS_KNOWN_(flag, 0)) { _bt_breach_restore(); } }
BT_FOLLOWS_ void _bt_follow_way_out(int *flag) { if (BT_IS_KNOWN_(*flag, 1)) { _bt_breach_way_out(); } }

/// A value that gcc cannot know.
BT_FOLLOWS_ int _bt_follow_unknown(void)
{
    int flag_ = 0;
    __asm__("" : "+r"(flag_));
    return flag_;
}

#  ifdef __EXCEPTIONS
#    define BT_FOLLOW_WAY_OUT_ __attribute__((unused))
#  else
#    define BT_FOLLOW_WAY_OUT_ __attribute__((cleanup(_bt_follow_way_out)))
#  endif

#  define BT_FOLLOW_BEGIN_(save) (_bt_follow_save(bt_detached_), (save))
#  define BT_FOLLOW_FLAG_                           \
    _Pragma("GCC diagnostic push")                  \
    _Pragma("GCC diagnostic ignored \"-Wshadow\"")  \
    BT_FOLLOW_WAY_OUT_ int bt_detached_ = 1;        \
    _Pragma("GCC diagnostic pop")
#  define BT_FOLLOW_BLOCK_(restore) (_bt_follow_restore(bt_detached_), (restore), (void)(bt_detached_ = 0))
#  define BT_FOLLOW_UNBLOCK_(save) (_bt_follow_save(bt_detached_), (save), (void)(bt_detached_ = 1))
#else
#  define BT_FOLLOW_BEGIN_(save) save
#  define BT_FOLLOW_FLAG_
#  define BT_FOLLOW_BLOCK_(restore) restore
#  define BT_FOLLOW_UNBLOCK_(save) save
#endif

#endif
