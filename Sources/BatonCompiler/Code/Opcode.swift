/// What an instruction does. `Documentation/Machine.md` tells how registers own what they hold, how calls, exceptions and
/// generators work; here stands what each instruction reads and writes.
///
/// R[A], R[B], R[C] are registers of the frame, K[n] constants, S[n] sites (a name with the cache of one place in the
/// code), `off` a signed distance in instructions from the next one. An instruction that writes a register drops what it
/// held. One that can fail raises and leaves its target as it was, if nothing else is said. "takes" means that the
/// register's reference changes hands and the register is empty after it.
@frozen
public enum Opcode: UInt8, CaseIterable, Sendable {
    // MARK: Moving

    /// Nothing.
    case nop
    /// R[A] = K[BC]
    case loadConstant
    /// R[A] = the int BC (signed 32 bits)
    case loadInt
    /// R[A] = R[B], which is not empty
    case move
    /// R[A] = R[B] and R[A + 1] = R[C]; these two are not empty, R[A] and R[A + 1] are.
    case moveTwo
    /// R[A] = R[B], taken
    case take
    /// Drop R[A]; it is empty after it.
    case clear
    /// Raise UnboundLocalError for the local variable K[BC] (a str) if R[A] is empty.
    case checkBound
    /// As checkBound, then clear R[A].
    case deleteLocal

    // MARK: Names

    /// R[A] = the global S[BC], else the builtin of that name; NameError.
    case loadGlobal
    /// The global S[BC] = R[A]
    case storeGlobal
    /// Delete the global S[BC]; NameError. A is unused.
    case deleteGlobal
    /// R[A] = S[BC] from the frame's namespace, else the globals, else the builtins; NameError.
    case loadName
    /// S[BC] of the frame's namespace = R[A]
    case storeName
    /// Delete S[BC] from the frame's namespace; NameError. A is unused.
    case deleteName
    /// R[A] = the frame's namespace (a class body's, exec's)
    case loadNamespace

    // MARK: Cells

    /// R[A] = a new cell that holds what R[A] held, or an empty one.
    case makeCell
    /// R[A], R[A + 1], … = the B cells of the function's closure
    case copyFreeVariables
    /// R[A] = what the cell R[B] holds; C tells which: cell C of the code (its cells first, then its free variables).
    /// UnboundLocalError for a cell of this code, NameError for a free variable.
    case loadCell
    /// The cell R[A] = R[B]
    case storeCell
    /// Empty the cell R[A], cell C of the code; errors as loadCell.
    case deleteCell
    /// R[A] = the cell's name in the frame's namespace, else what the cell R[B] holds; C as in loadCell. In class bodies.
    case loadClassCell

    // MARK: Attributes and items

    /// R[A] = R[B].S[C]
    case loadAttribute
    /// R[A].S[C] = R[B]
    case storeAttribute
    /// del R[A].S[C]
    case deleteAttribute
    /// For a call: R[A] = the function and R[A + 1] = R[B], if the attribute S[C] of R[B] is a method of its type;
    /// else R[A] is empty and R[A + 1] = the attribute.
    case loadMethod
    /// R[A] = R[B][R[C]]
    case getItem
    /// R[A][R[B]] = R[C]
    case setItem
    /// del R[A][R[B]]
    case deleteItem
    /// R[A] = slice(R[B], R[B + 1], R[B + 2]), taken
    case buildSlice

    // MARK: Arithmetic

    /// R[A] = -R[B]
    case negative
    /// R[A] = +R[B]
    case positive
    /// R[A] = ~R[B]
    case invert
    /// R[A] = not R[B]
    case not
    /// R[A] = R[B] + R[C]. All binary operations: flag inPlace says that it is `+=`.
    case add
    case subtract
    case multiply
    case trueDivide
    case floorDivide
    case remainder
    case power
    case matrixMultiply
    case leftShift
    case rightShift
    case bitAnd
    case bitOr
    case bitXor
    /// R[A] = R[B] + C, a signed 16-bit int; flag inPlace as above.
    case addInt
    /// R[A] = R[B] - C, a signed 16-bit int; flag inPlace as above.
    case subtractInt

    // MARK: Comparing

    /// R[A] = R[B] < R[C]: what the comparison gives, which need not be a bool
    case less
    case lessOrEqual
    case equal
    case notEqual
    case greater
    case greaterOrEqual
    /// R[A] = R[B] is R[C]; flag negate: is not
    case identical
    /// R[A] = R[B] in R[C]; flag negate: not in
    case contains

    // MARK: Jumping

    /// Go on at off BC, which is not negative.
    case jump
    /// Go on at off BC, which is negative; a safe point.
    case jumpBack
    /// Go on at off BC if R[A] is true; flag negate: if it is false. BC may be negative, which is a safe point.
    case jumpIf
    /// Go on at off BC if R[A] is None; flag negate: if it is not.
    case jumpIfNone
    /// Go on at off C if R[A] < R[B] is true; flag negate: if it is false. C may be negative, which is a safe point.
    case jumpIfLess
    case jumpIfLessOrEqual
    case jumpIfEqual
    case jumpIfNotEqual
    case jumpIfGreater
    case jumpIfGreaterOrEqual
    /// Go on at off C if R[A] is R[B]; flag negate: if it is not.
    case jumpIfIdentical
    /// Go on at off C if R[A] < B, a signed 16-bit int, is true; flag negate: if it is false. C as in jumpIfLess.
    case jumpIfLessInt
    case jumpIfLessOrEqualInt
    case jumpIfEqualInt
    case jumpIfNotEqualInt
    case jumpIfGreaterInt
    case jumpIfGreaterOrEqualInt

    // MARK: Iterating

    /// R[A] = iter(R[B])
    case getIterator
    /// R[A] = the next item of R[B] and go on at off C, a safe point if C is negative; at the end drop R[B], leave R[A]
    /// alone and go on with the next instruction.
    case forNext
    /// R[A], R[A + 1], … = the C items of R[B]; ValueError if there are more or fewer.
    case unpack
    /// R[A]… = the items of R[B]: as many as the low byte of C, then a list, then as many as the high byte of C.
    case unpackStarred

    // MARK: Building

    /// R[A] = a tuple of R[B] … R[B + C - 1], taken
    case buildTuple
    case buildList
    case buildSet
    /// R[A] = a dict of C pairs: key R[B], value R[B + 1], and so on, taken
    case buildDict
    /// R[A] = the str that joins the str R[B] … R[B + C - 1], taken
    case buildString
    /// R[A] = format(R[B], R[C]); C = 0xFFFF: without a spec. Flags convertStr, convertRepr, convertASCII come first.
    case formatValue
    /// The list R[A] gets R[B] at its end.
    case listAppend
    /// The list R[A] gets the items of R[B]. With flag forCall, R[C] is what is called, for the message.
    case listExtend
    /// The set R[A] gets R[B].
    case setAdd
    /// The set R[A] gets the items of R[B].
    case setUpdate
    /// The dict R[A] gets the key R[B] with the value R[C].
    case dictSet
    /// The dict R[A] gets the items of the mapping R[B].
    case dictUpdate
    /// The dict R[A] gets the items of the mapping R[B], whose keys are names of arguments that it does not have yet; R[C]
    /// is what is called, for the message.
    case dictMerge
    /// R[A] = a tuple of the items of the list R[B]
    case listToTuple

    // MARK: Functions

    /// R[A] = a function of the code K[B]. Taken, in this order from R[C] on, as flags say: hasDefaults a tuple,
    /// hasKeywordDefaults a dict, hasAnnotations a dict, hasClosure a tuple of cells.
    case makeFunction
    /// R[A] = R[A](R[A + 1] … R[A + B]); all of them taken. C = 0xFFFF, or K[C] is a tuple of names for the last of them.
    case call
    /// R[A] = R[A](R[B]); R[A] is taken, R[A + 1] is empty.
    case callOne
    /// R[A] = R[A](R[B], R[C]); R[A] is taken, R[A + 1] and R[A + 2] are empty.
    case callTwo
    /// As call, of what loadMethod left in R[A] and R[A + 1], with the B arguments from R[A + 2] on.
    case callMethod
    /// R[A] = R[A](*R[A + 1], **R[A + 2]): a tuple, and a dict or empty; taken.
    case callUnpacked
    /// Return R[A], taken.
    case returnValue
    /// Return None.
    case returnNone
    /// Make the frame a generator and return that. The first instruction after makeCell and copyFreeVariables.
    case makeGenerator
    /// Yield R[B], taken; R[A] = what is sent.
    case yieldValue
    /// Delegate to the iterator R[B] until it ends: yield each of its values, send it each value that comes; then R[A] =
    /// the value it ended with, and R[B] is dropped.
    case yieldFrom
    /// R[A] = the iterator that `yield from R[B]` asks
    case getYieldFromIterator
    /// R[A] = the __build_class__ of the builtins
    case loadBuildClass

    // MARK: Exceptions

    /// Raise R[A], from R[B] if B is not 0xFFFF; A = 0xFFFF: raise what is being handled again.
    case raise
    /// Raise R[A], an exception, taken, with its traceback as it is.
    case reraise
    /// R[A] = what is being handled (or None); the exception R[B] is being handled from here on.
    case pushHandled
    /// What was being handled before, R[A], taken, is being handled again.
    case popHandled
    /// Go on at off C if the exception R[A] does not match R[B], a class or a tuple of them; TypeError for others.
    case jumpIfNoMatch
    /// R[B] = what of R[A], an exception or None, is of R[C], a class or a tuple of them, as a group, or None; R[A] = the
    /// rest, or None; TypeError for others.
    case splitGroup
    /// R[A] = what is to be raised when the handlers of R[B] have ended: the exceptions of the list R[C] together, or None
    case joinGroup
    /// R[A] = the bound __exit__ of R[B], R[A + 1] = what its __enter__ gives
    case enterWith
    /// R[A] = R[B](type, R[C], traceback of R[C]): the __exit__ is called for an exception
    case exitWithException
    /// R[A] = AssertionError
    case loadAssertionError

    // MARK: The rest

    /// R[A] = import S[C]: flags (0-255) is the level, R[B] the names to import (a tuple or None)
    case importName
    /// R[A] = S[C] from the module R[B]; ImportError.
    case importFrom
    /// All public names of the module R[A] become names of the frame's namespace (the globals in a module).
    case importStar
    /// Make __annotations__ in the frame's namespace, if it is not there.
    case setUpAnnotations
    /// Show R[A] as the interactive prompt does: sys.displayhook.
    case printExpression
}
