/// @file config.h
/// Facts about the compiler and the platform, each one macro, tested here and nowhere else.
#ifndef BATON_CONFIG_H
#define BATON_CONFIG_H

#include <stddef.h>
#include <stdint.h>

/// Version of the C API, as 0xMMmmpp00. A module compiled against another major number is refused at import.
#define BT_VERSION_HEX 0x00010000
#define BT_VERSION "0.1.0"

/// Number of the binary interface: object layout, type layout, inline code. Recorded in every module definition.
#define BT_ABI_VERSION 1

#if defined(__clang__)
#  define BT_HAS_CLANG 1
#else
#  define BT_HAS_CLANG 0
#endif

// Around the declarations of a header. clang's -Wgcc-compat says that gcc does not take some attributes on the definition
// of an inline function; gcc does not see them (annotations.h).
#if BT_HAS_CLANG
#  define BT_DIAGNOSTICS_PUSH_ _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wgcc-compat\"")
#  define BT_DIAGNOSTICS_POP_ _Pragma("clang diagnostic pop")
#else
#  define BT_DIAGNOSTICS_PUSH_
#  define BT_DIAGNOSTICS_POP_
#endif

#if defined(__cplusplus)
#  define BT_BEGIN_DECLS BT_DIAGNOSTICS_PUSH_ extern "C" {
#  define BT_END_DECLS } BT_DIAGNOSTICS_POP_
#  define BT_STATIC_CAST(type, expression) static_cast<type>(expression)
#  define BT_CAST(type, expression) reinterpret_cast<type>(expression)
#else
#  define BT_BEGIN_DECLS BT_DIAGNOSTICS_PUSH_
#  define BT_END_DECLS BT_DIAGNOSTICS_POP_
#  define BT_STATIC_CAST(type, expression) ((type)(expression))
#  define BT_CAST(type, expression) ((type)(expression))
#endif

#define BT_LIKELY(condition) __builtin_expect(!!(condition), 1)
#define BT_UNLIKELY(condition) __builtin_expect(!!(condition), 0)

/// The model by which a dlopened extension reaches the one thread-local struct of Baton in one load.
#define BT_TLS_MODEL __attribute__((tls_model("initial-exec")))

/// Sizes, lengths and indexes; signed, so that -1 can mean an error.
typedef ptrdiff_t Bt_ssize_t;
#define BT_SSIZE_T_MAX PTRDIFF_MAX
#define BT_SSIZE_T_MIN PTRDIFF_MIN

/// A hash value; -1 means an error.
typedef Bt_ssize_t Bt_hash_t;
typedef size_t Bt_uhash_t;

/// Code points of text.
typedef uint8_t Bt_UCS1;
typedef uint16_t Bt_UCS2;
typedef uint32_t Bt_UCS4;

#endif
