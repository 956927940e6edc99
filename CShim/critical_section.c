// Critical sections in the free-threaded mode, after PEP 703: a thread's open sections form a chain; when the thread
// detaches, all of their locks are put down, and when it attaches again, the innermost one's are taken back. An outer
// section gets its locks back when it becomes the innermost.
//
// `_bt_current.critical_section` points to the innermost; its lowest bit says that the locks are put down. A section's
// bytes are NULL while it does not hold or want them. One that needed no lock is in no chain and is its own outer one.
#include "lock_state.h"

#define SUSPENDED ((uintptr_t)1)

static BtCriticalSection *innermost(void)
{
    return (BtCriticalSection *)((uintptr_t)_bt_current.critical_section & ~SUSPENDED);
}

static void lock_byte(uint8_t *byte)
{
    uint8_t expected = 0;
    if (!__atomic_compare_exchange_n(byte, &expected, BT_MUTEX_LOCKED_, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) {
        _bt_mutex_lock_slow(byte);
    }
}

static void unlock_byte(uint8_t *byte)
{
    uint8_t expected = BT_MUTEX_LOCKED_;
    if (!__atomic_compare_exchange_n(byte, &expected, 0, 0, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {
        _bt_mutex_unlock_slow(byte);
    }
}

/// Take the locks of a section. A wait detaches, which puts down those of all sections that hold theirs; this one's are
/// in no section yet, so the first is put down by hand while the second is waited for.
static void take(BtCriticalSection *section, uint8_t *first, uint8_t *second)
{
    section->first_ = NULL;
    section->second_ = NULL;
    if (first != NULL) {
        lock_byte(first);
        section->first_ = first;
    }
    if (second != NULL) {
        lock_byte(second);
        section->second_ = second;
    }
}

void _bt_critical_section_begin_slow(BtCriticalSection *section, uint8_t *first, uint8_t *second)
{
    if (second == first) {
        second = NULL;
    } else if (second != NULL && second < first) {
        uint8_t *swap = first;
        first = second;
        second = swap;
    }
    BtCriticalSection *outer = innermost();
    // What the enclosing section has locked is not locked twice: that one stays the innermost.
    if (outer != NULL && ((uintptr_t)_bt_current.critical_section & SUSPENDED) == 0) {
        int has_first = first == outer->first_ || first == outer->second_;
        int has_second = second == NULL || second == outer->first_ || second == outer->second_;
        if (has_first && has_second) {
            section->outer_ = section;
            return;
        }
    }
    section->first_ = NULL;
    section->second_ = NULL;
    section->outer_ = _bt_current.critical_section;
    _bt_current.critical_section = section;
    take(section, first, second);
}

static void put_down(BtCriticalSection *section)
{
    if (section->second_ != NULL) {
        unlock_byte(section->second_);
    }
    if (section->first_ != NULL) {
        unlock_byte(section->first_);
    }
}

void _bt_critical_section_end_slow(BtCriticalSection *section)
{
    if (section->outer_ == section) {
        return;
    }
    if (((uintptr_t)_bt_current.critical_section & SUSPENDED) == 0) {
        put_down(section);
    }
    _bt_current.critical_section = section->outer_;
    _bt_critical_sections_resume();
}

void _bt_critical_sections_suspend(void)
{
    // Each is marked in the pointer to it: the thread's, or the enclosed section's.
    uintptr_t link = (uintptr_t)_bt_current.critical_section;
    void **slot = &_bt_current.critical_section;
    while (link != 0 && (link & SUSPENDED) == 0) {
        BtCriticalSection *section = (BtCriticalSection *)link;
        put_down(section);
        *slot = (void *)(link | SUSPENDED);
        slot = (void **)&section->outer_;
        link = (uintptr_t)section->outer_;
    }
}

void _bt_critical_sections_resume(void)
{
    uintptr_t link = (uintptr_t)_bt_current.critical_section;
    if (link == 0 || (link & SUSPENDED) == 0) {
        return;
    }
    BtCriticalSection *section = (BtCriticalSection *)(link & ~SUSPENDED);
    uint8_t *first = section->first_;
    uint8_t *second = section->second_;
    _bt_current.critical_section = section;
    take(section, first, second);
}

void BtCriticalSection_Begin(BtCriticalSection *section, BtObject *object)
{
    _bt_critical_section_begin(section, object);
}

void BtCriticalSection_BeginMutex(BtCriticalSection *section, BtMutex *mutex)
{
    _bt_critical_section_begin_bytes(section, &mutex->bits_, NULL);
}

void BtCriticalSection_End(BtCriticalSection *section) { _bt_critical_section_end(section); }

void BtCriticalSection2_Begin(BtCriticalSection2 *section, BtObject *left, BtObject *right)
{
    _bt_critical_section_begin2(section, left, right);
}

void BtCriticalSection2_BeginMutex(BtCriticalSection2 *section, BtMutex *left, BtMutex *right)
{
    _bt_critical_section_begin_bytes(section, &left->bits_, &right->bits_);
}

void BtCriticalSection2_End(BtCriticalSection2 *section) { _bt_critical_section_end(section); }
