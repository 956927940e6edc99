/// @file critical_section.h
/// Locking one or two objects for the free-threaded mode; free in the locked mode.
///
///     Bt_BEGIN_CRITICAL_SECTION(self)
///     self->count += 1;
///     Bt_END_CRITICAL_SECTION();
///
/// In the locked mode a section is one predicted branch: the lock guards every object. In the free-threaded mode it
/// locks the object's own byte. A section is suspended (its locks put down) while its thread is detached, and while a
/// section that it encloses waits, so sections cannot deadlock; only the innermost one is sure to be locked. As with
/// any block, `return` and `goto` out of it are errors.
#ifndef BATON_CRITICAL_SECTION_H
#define BATON_CRITICAL_SECTION_H

#include "mutex.h"
#include "type.h"

BT_BEGIN_DECLS

/// Lives on the stack from begin to end. `second` is NULL in a section of one.
typedef struct BtCriticalSection {
    struct BtCriticalSection *outer_;
    uint8_t *first_;
    uint8_t *second_;
} BtCriticalSection;
typedef BtCriticalSection BtCriticalSection2;

BT_INLINE_ABI void _bt_critical_section_begin_slow(BtCriticalSection *section, uint8_t *first, uint8_t *second)
    BT_ANY_STATE;
BT_INLINE_ABI void _bt_critical_section_end_slow(BtCriticalSection *section) BT_ANY_STATE;

/// Begin a section on the byte of one or two locks (`second` may be NULL).
BT_INLINE void _bt_critical_section_begin_bytes(BtCriticalSection *section, uint8_t *first, uint8_t *second)
{
    if (BT_UNLIKELY(_bt_current.free_threaded)) {
        _bt_critical_section_begin_slow(section, first, second);
    }
}

/// Begin a section on `object`.
BT_INLINE void _bt_critical_section_begin(BtCriticalSection *section, BtObject *object) BT_ATTACHED
{
    _bt_critical_section_begin_bytes(section, &object->ob_mutex, NULL);
}

/// Begin a section on two objects, which may be the same.
BT_INLINE void _bt_critical_section_begin2(BtCriticalSection *section, BtObject *left, BtObject *right) BT_ATTACHED
{
    _bt_critical_section_begin_bytes(section, &left->ob_mutex, &right->ob_mutex);
}

/// End the innermost section.
BT_INLINE void _bt_critical_section_end(BtCriticalSection *section) BT_ATTACHED
{
    if (BT_UNLIKELY(_bt_current.free_threaded)) {
        _bt_critical_section_end_slow(section);
    }
}

/// Open a section on an object. Mirrors: Py_BEGIN_CRITICAL_SECTION.
#define Bt_BEGIN_CRITICAL_SECTION(object)  \
    {                                      \
        BtCriticalSection bt_section_;     \
        _bt_critical_section_begin(&bt_section_, BtObject_CAST_(object));
/// Close it. Mirrors: Py_END_CRITICAL_SECTION.
#define Bt_END_CRITICAL_SECTION()                  \
        _bt_critical_section_end(&bt_section_);    \
    }
/// Open a section on two objects. Mirrors: Py_BEGIN_CRITICAL_SECTION2.
#define Bt_BEGIN_CRITICAL_SECTION2(left, right)    \
    {                                              \
        BtCriticalSection bt_section_;             \
        _bt_critical_section_begin2(&bt_section_, BtObject_CAST_(left), BtObject_CAST_(right));
/// Close it. Mirrors: Py_END_CRITICAL_SECTION2.
#define Bt_END_CRITICAL_SECTION2() Bt_END_CRITICAL_SECTION()
/// Open a section on a BtMutex. Mirrors: Py_BEGIN_CRITICAL_SECTION_MUTEX.
#define Bt_BEGIN_CRITICAL_SECTION_MUTEX(mutex)     \
    {                                              \
        BtCriticalSection bt_section_;             \
        _bt_critical_section_begin_bytes(&bt_section_, &(mutex)->bits_, NULL);
/// Open a section on two of them. Mirrors: Py_BEGIN_CRITICAL_SECTION2_MUTEX.
#define Bt_BEGIN_CRITICAL_SECTION2_MUTEX(left, right)  \
    {                                                  \
        BtCriticalSection bt_section_;                 \
        _bt_critical_section_begin_bytes(&bt_section_, &(left)->bits_, &(right)->bits_);

/// The same as functions, for callers that cannot use macros. Mirrors: PyCriticalSection_Begin, …End, …2.
BT_API void BtCriticalSection_Begin(BtCriticalSection *section, BtObject *object)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
BT_API void BtCriticalSection_BeginMutex(BtCriticalSection *section, BtMutex *mutex)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
BT_API void BtCriticalSection_End(BtCriticalSection *section) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
BT_API void BtCriticalSection2_Begin(BtCriticalSection2 *section, BtObject *left, BtObject *right)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
BT_API void BtCriticalSection2_BeginMutex(BtCriticalSection2 *section, BtMutex *left, BtMutex *right)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
BT_API void BtCriticalSection2_End(BtCriticalSection2 *section) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);

BT_END_DECLS

#endif
