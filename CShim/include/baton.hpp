/// @file baton.hpp
/// Baton's C API for C++17: references, blocks, attaching, buffers and errors that end with their scope.
///
///     static bt::object sum(BtObject *, bt::arguments arguments) BT_ATTACHED
///     {
///         arguments.expect("sum", 1);
///         bt::buffer view(arguments[0]);                     // pinned (R2)
///         auto numbers = view.as<const double>();
///         double total = 0;
///         {
///             bt::allow_threads_if block(numbers.size() >= 4096);  // detached until the brace, also when an exception passes
///             for (double number : numbers) { total += number; }
///         }
///         return bt::own(BtFloat_FromDouble(total));         // a null result throws the exception that is set
///     }
///
///     static BtMethodDef methods[] = {bt::method<sum>("sum", "sum(data, /)\n--\n\nAdd up."), BT_METHOD_END};
///
/// Nothing here allocates, and what it inlines to is what one writes by hand. With clang a block is checked as in C: an API
/// call in the scope of a bt::allow_threads is an error of `-Wthread-safety` (R1). Constructors and destructors are not
/// analysed by clang, and a lambda is a function of its own, which says BT_ATTACHED if it uses objects.
#ifndef BATON_HPP
#define BATON_HPP

#include "baton.h"

#include <cerrno>
#include <cstddef>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>

#define BT_SCOPED_ BT_ATTRIBUTE_(scoped_lockable)
#define BT_SCOPE_END_ BT_ATTRIBUTE_(release_capability())

namespace bt {

/// A reference, owned: dropped at the end of its scope. While detached it may be kept, moved and dropped (then it waits for
/// the next safe point), not copied or used (R1).
class object {
public:
    constexpr object() noexcept = default;
    /// Take over a new reference; null stays null.
    static object steal(BtObject *reference) noexcept { return object(reference); }
    /// Take a reference of one's own; null stays null.
    static object borrow(BtObject *reference) noexcept BT_ATTACHED
    {
        Bt_XINCREF_(reference);
        return object(reference);
    }
    object(const object &other) noexcept BT_ATTACHED : reference_(other.reference_) { Bt_XINCREF_(reference_); }
    object(object &&other) noexcept : reference_(std::exchange(other.reference_, nullptr)) {}
    object &operator=(object other) noexcept
    {
        std::swap(reference_, other.reference_);
        return *this;
    }
    ~object()
    {
        if (reference_ != nullptr) {
            Bt_DECREF_ANY_STATE_(reference_);
        }
    }

    /// The reference, borrowed.
    BtObject *get() const noexcept { return reference_; }
    /// The reference, whose owner the caller becomes.
    BtObject *release() noexcept { return std::exchange(reference_, nullptr); }
    explicit operator bool() const noexcept { return reference_ != nullptr; }

private:
    explicit object(BtObject *reference) noexcept : reference_(reference) {}
    BtObject *reference_ = nullptr;
};

/// The exception that was set, taken over as a C++ exception. Copied and used while attached.
class error : public std::exception {
public:
    /// Take the exception that is set (R9).
    error() noexcept BT_ATTACHED : exception_(object::steal(BtErr_GetRaisedException())) {}
    /// Set it again.
    void restore() noexcept BT_ATTACHED
    {
        if (exception_) {
            BtErr_SetRaisedException(exception_.release());
        } else {
            BtErr_SetString(BtExc_SystemError, "a call failed without setting an exception (R9). See: baton explain R9");
        }
    }
    /// Say whether it is of `classes`, a class or a tuple of classes.
    bool matches(BtObject *classes) const noexcept BT_ATTACHED
    {
        return BtErr_GivenExceptionMatches(exception_.get(), classes) != 0;
    }
    /// The exception object; null if none was set.
    const object &exception() const noexcept { return exception_; }
    const char *what() const noexcept override { return "an exception of the runtime"; }

private:
    object exception_;
};

/// An exception to be raised: a class, which is immortal (BtExc_ValueError), and a text. May be thrown inside a block.
class failure : public std::runtime_error {
public:
    failure(BtObject *type, const std::string &message) : std::runtime_error(message), type_(type) {}
    BtObject *type() const noexcept { return type_; }

private:
    BtObject *type_;
};

/// A new reference that a call returned; null throws the exception that is set.
inline object own(BtObject *reference) BT_ATTACHED
{
    if (BT_UNLIKELY(reference == nullptr)) {
        throw error();
    }
    return object::steal(reference);
}

/// A status that a call returned; below 0 throws the exception that is set.
template <class Status>
Status check(Status status) BT_ATTACHED
{
    if (BT_UNLIKELY(status < 0)) {
        throw error();
    }
    return status;
}

/// The object None.
inline object none() noexcept { return object::steal(Bt_None); }

// --- The lock.

/// An allow-threads block that lasts until the end of its scope, however that is left: an exception attaches first (R4).
class BT_SCOPED_ allow_threads {
public:
    allow_threads() noexcept BT_DETACHES : state_(_bt_save_thread()) {}
    ~allow_threads() BT_SCOPE_END_ { _bt_restore_thread(state_); }
    allow_threads(const allow_threads &) = delete;
    allow_threads &operator=(const allow_threads &) = delete;

private:
    BtThreadState *state_;
};

/// The same where short work keeps the lock (R7): detached only if the condition is true, checked as if it were in any case.
class BT_SCOPED_ allow_threads_if {
public:
    explicit allow_threads_if(bool condition) noexcept BT_DETACHES : state_(_bt_save_thread_if(condition)) {}
    ~allow_threads_if() BT_SCOPE_END_ { _bt_restore_thread_if(state_); }
    allow_threads_if(const allow_threads_if &) = delete;
    allow_threads_if &operator=(const allow_threads_if &) = delete;

private:
    BtThreadState *state_;
};

/// This thread, attached until the end of the scope, whoever made it and whether it is attached already (R5). It is false,
/// and the thread as before, if shutdown has begun: ask it first (R10).
class BT_SCOPED_ attach {
public:
    attach() noexcept BT_ATTACHES_ENSURED : token_(BtThreadState_EnsureFromView(BtInterpreterView_FromMain()))
    {
        if (token_ != nullptr) {
            drop_late();
        }
    }
    ~attach() BT_SCOPE_END_
    {
        if (token_ != nullptr) {
            BtThreadState_Release(token_);
        }
    }
    attach(const attach &) = delete;
    attach &operator=(const attach &) = delete;
    explicit operator bool() const noexcept { return token_ != nullptr; }

private:
    static void drop_late() noexcept BT_ASSUME_ATTACHED_FUNCTION { Bt_DropLate(); }
    BtThreadStateToken *token_;
};

/// A critical section of an object, until the end of the scope: its own mutex in the free-threaded mode.
class critical_section {
public:
    explicit critical_section(BtObject *object) noexcept BT_ATTACHED { _bt_critical_section_begin(&section_, object); }
    ~critical_section() BT_ASSUME_ATTACHED_FUNCTION { _bt_critical_section_end(&section_); }
    critical_section(const critical_section &) = delete;
    critical_section &operator=(const critical_section &) = delete;

private:
    BtCriticalSection section_;
};

/// A one-byte mutex for native state (R8), for std::lock_guard: it detaches while it waits. Give it up before attaching.
class mutex {
public:
    void lock() noexcept { BtMutex_Lock(&mutex_); }
    void unlock() noexcept { BtMutex_Unlock(&mutex_); }

private:
    BtMutex mutex_ = {};
};

// --- Data.

/// A row of elements in memory that somebody else keeps. With C++20 it converts to std::span.
template <class T>
class span {
public:
    using value_type = std::remove_cv_t<T>;
    constexpr span() noexcept = default;
    constexpr span(T *data, std::size_t size) noexcept : data_(data), size_(size) {}
    constexpr T *data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr T *begin() const noexcept { return data_; }
    constexpr T *end() const noexcept { return data_ + size_; }
    constexpr T &operator[](std::size_t index) const noexcept { return data_[index]; }
    constexpr span subspan(std::size_t first, std::size_t count) const noexcept { return span(data_ + first, count); }

private:
    T *data_ = nullptr;
    std::size_t size_ = 0;
};

/// The memory of an object, pinned until the end of the scope (R2): may be read and written inside a block. What ends inside
/// a block is released at the next safe point.
class buffer {
public:
    /// Errors: throws bt::error (TypeError, BufferError).
    explicit buffer(BtObject *object, int flags = BtBUF_SIMPLE) BT_ATTACHED
    {
        if (BT_UNLIKELY(BtObject_GetBuffer(object, &view_, flags) < 0)) {
            throw error();
        }
    }
    ~buffer() { release(&view_); }
    buffer(const buffer &) = delete;
    buffer &operator=(const buffer &) = delete;

    const Bt_buffer &view() const noexcept { return view_; }
    /// In bytes.
    std::size_t size() const noexcept { return static_cast<std::size_t>(view_.len); }
    /// The memory as elements of T; one that is not const needs BtBUF_WRITABLE.
    ///
    /// Errors: throws bt::failure (TypeError, BufferError) where T does not fit.
    template <class T = const unsigned char>
    span<T> as() const
    {
        static_assert(std::is_trivially_copyable_v<T>, "elements are plain data");
        if (!std::is_const_v<T> && view_.readonly != 0) {
            throw failure(BtExc_BufferError, "expected memory that may be written to, got a read-only buffer");
        }
        if (size() % sizeof(T) != 0 || reinterpret_cast<std::uintptr_t>(view_.buf) % alignof(T) != 0) {
            throw failure(BtExc_TypeError, "expected elements of " + std::to_string(sizeof(T)) + " bytes, got "
                + std::to_string(size()) + " bytes");
        }
        return span<T>(static_cast<T *>(view_.buf), size() / sizeof(T));
    }

private:
    static void release(Bt_buffer *view) noexcept BT_ASSUME_ATTACHED_FUNCTION
    {
        if (BT_LIKELY(_bt_current.state != nullptr)) {
            BtBuffer_Release(view);
        } else {
            BtBuffer_ReleaseAnyState(view);
        }
    }
    Bt_buffer view_;
};

// --- The boundary: what a C++ function looks like to the runtime.

/// Set the exception that stands for the C++ exception that is being handled.
inline void translate() noexcept BT_ATTACHED
{
    try {
        throw;
    } catch (error &raised) {
        raised.restore();
    } catch (const failure &failed) {
        BtErr_SetString(failed.type(), failed.what());
    } catch (const std::bad_alloc &) {
        BtErr_NoMemory();
    } catch (const std::system_error &failed) {
        if (failed.code().category() == std::generic_category() || failed.code().category() == std::system_category()) {
            errno = failed.code().value();
            BtErr_SetFromErrno(BtExc_OSError);
        } else {
            BtErr_SetString(BtExc_RuntimeError, failed.what());
        }
    } catch (const std::out_of_range &failed) {
        BtErr_SetString(BtExc_IndexError, failed.what());
    } catch (const std::overflow_error &failed) {
        BtErr_SetString(BtExc_OverflowError, failed.what());
    } catch (const std::invalid_argument &failed) {
        BtErr_SetString(BtExc_ValueError, failed.what());
    } catch (const std::domain_error &failed) {
        BtErr_SetString(BtExc_ValueError, failed.what());
    } catch (const std::exception &failed) {
        BtErr_SetString(BtExc_RuntimeError, failed.what());
    } catch (...) {
        BtErr_SetString(BtExc_SystemError, "an unknown C++ exception");
    }
}

/// Run `body`, which returns a bt::object, and return what it gives as a C function does: null with an exception set if
/// it throws. For slots; methods have bt::method.
template <class Body>
BtObject *boundary(Body &&body) noexcept BT_ATTACHED
{
    try {
        return body().release();
    } catch (...) {
        translate();
        return nullptr;
    }
}

/// The positional arguments of a call: borrowed, good for the length of the call.
class arguments {
public:
    arguments(BtObject *const *items, Bt_ssize_t count) noexcept : items_(items), count_(count) {}
    std::size_t size() const noexcept { return static_cast<std::size_t>(count_); }
    BtObject *operator[](std::size_t index) const noexcept { return items_[index]; }
    /// Errors: throws bt::failure (TypeError) if there are fewer than `least` or more than `most`.
    void expect(const char *function, std::size_t least, std::size_t most) const
    {
        if (BT_UNLIKELY(size() < least || size() > most)) {
            std::string expected = std::to_string(least) + (least == most ? "" : " to " + std::to_string(most));
            throw failure(BtExc_TypeError, std::string(function) + "() takes " + expected + " arguments ("
                + std::to_string(size()) + " given)");
        }
    }
    void expect(const char *function, std::size_t count) const { expect(function, count, count); }

private:
    BtObject *const *items_;
    Bt_ssize_t count_;
};

/// A C++ function as the runtime calls it.
template <object (*Function)(BtObject *self, arguments)>
BtObject *fastcall(BtObject *self, BtObject *const *items, Bt_ssize_t count) noexcept BT_ATTACHED
{
    try {
        return Function(self, arguments(items, count)).release();
    } catch (...) {
        translate();
        return nullptr;
    }
}

/// The line of a method table for a C++ function; the tables end in BT_METHOD_END.
template <object (*Function)(BtObject *self, arguments)>
BtMethodDef method(const char *name, const char *doc) noexcept
{
    return {name, _BtCFunction_CAST(fastcall<Function>), BT_METH_FASTCALL, doc};
}

/// An int as a C++ integer. Errors: throws bt::error (TypeError, OverflowError).
inline long long integer(BtObject *object) BT_ATTACHED
{
    long long value = BtLong_AsLongLong(object);
    if (BT_UNLIKELY(value == -1 && BtErr_Occurred() != nullptr)) {
        throw error();
    }
    return value;
}

/// A number as a double. Errors: throws bt::error (TypeError).
inline double real(BtObject *object) BT_ATTACHED
{
    double value = BtFloat_AsDouble(object);
    if (BT_UNLIKELY(value == -1.0 && BtErr_Occurred() != nullptr)) {
        throw error();
    }
    return value;
}

}  // namespace bt

#endif
