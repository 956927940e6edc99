import BatonSyntax

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much stack the passes over a tree need.
enum StackDemand {
    /// What is taken for granted: half of a thread's usual smallest stack.
    private static let granted = 256 * 1024
    /// What one level of an expression, and of a statement, takes at most, in a debug build.
    private static let bytesPerExpression = 6 * 1024
    private static let bytesPerStatement = 8 * 1024

    /// Runs `body` here if the stack is surely deep enough for the passes over `statements`, else on a thread of its own.
    static func run<Result>(_ statements: [Statement], _ body: () -> Result) -> Result {
        let bytes = demand(statements)
        return bytes <= granted ? body() : onThread(stack: bytes + granted, body)
    }

    private static func demand(_ statements: [Statement]) -> Int {
        var deepest = 0
        // Statements are nested at most as deep as lines are indented, chains of `elif` apart, so a list serves.
        var pending: [(statements: [Statement], level: Int)] = [(statements, 1)]
        while let (statements, level) = pending.popLast() {
            for statement in statements {
                var height = 0
                visit(statement) {
                    height = max(height, Int($0.height))
                } block: {
                    pending.append(($0, level + 1))
                }
                deepest = max(deepest, level * bytesPerStatement + height * bytesPerExpression)
            }
        }
        return deepest
    }

    private static func visit(
        _ statement: Statement, expression: (Expression) -> Void, block: ([Statement]) -> Void
    ) {
        switch statement.kind {
        case .functionDef(let definition):
            for decorator in definition.decorators { expression(decorator) }
            arguments(definition.arguments, expression)
            if let returns = definition.returns { expression(returns) }
            block(definition.body)
        case .classDef(let definition):
            for value in definition.decorators + definition.bases { expression(value) }
            for keyword in definition.keywords { expression(keyword.value) }
            block(definition.body)
        case .return(let value):
            if let value { expression(value) }
        case .delete(let targets):
            for target in targets { expression(target) }
        case .assign(let targets, let value):
            for target in targets { expression(target) }
            expression(value)
        case .augAssign(let target, _, let value):
            expression(target)
            expression(value)
        case .annAssign(let target, let annotation, let value, _):
            expression(target)
            expression(annotation)
            if let value { expression(value) }
        case .for(let target, let iterable, let body, let orElse):
            expression(target)
            expression(iterable)
            block(body)
            block(orElse)
        case .while(let test, let body, let orElse):
            expression(test)
            block(body)
            block(orElse)
        case .if(let test, let body, let orElse):
            expression(test)
            block(body)
            chain(orElse, expression, block)
        case .with(let items, let body):
            for item in items {
                expression(item.context)
                if let target = item.target { expression(target) }
            }
            block(body)
        case .raise(let exception, let cause):
            if let exception { expression(exception) }
            if let cause { expression(cause) }
        case .try(let body, let handlers, let orElse, let finalBody, _):
            block(body)
            for handler in handlers {
                if let type = handler.type { expression(type) }
                block(handler.body)
            }
            block(orElse)
            block(finalBody)
        case .assert(let test, let message):
            expression(test)
            if let message { expression(message) }
        case .expr(let value): expression(value)
        case .import, .importFrom, .global, .nonlocal, .pass, .break, .continue: break
        }
    }

    private static func chain(
        _ orElse: [Statement], _ expression: (Expression) -> Void, _ block: ([Statement]) -> Void
    ) {
        var rest = orElse
        while rest.count == 1, case .if(let test, let body, let orElse) = rest[0].kind {
            expression(test)
            block(body)
            rest = orElse
        }
        block(rest)
    }

    private static func arguments(_ arguments: Arguments, _ expression: (Expression) -> Void) {
        for value in arguments.defaults { expression(value) }
        for case let value? in arguments.kwDefaults { expression(value) }
        let all = arguments.posOnly + arguments.args + arguments.kwOnly
        for case let annotation? in all.map(\.annotation) { expression(annotation) }
        if let annotation = arguments.vararg?.annotation { expression(annotation) }
        if let annotation = arguments.kwarg?.annotation { expression(annotation) }
    }

    static func onThread<Result>(stack bytes: Int, _ body: () -> Result) -> Result {
        withoutActuallyEscaping(body) { body in
            var result: Result?
            let work = Work { result = body() }
            var attributes = pthread_attr_t()
            pthread_attr_init(&attributes)
            defer { pthread_attr_destroy(&attributes) }
            pthread_attr_setstacksize(&attributes, (bytes + 0xFFFF) & ~0xFFFF)
            #if canImport(Glibc)
                var thread = pthread_t()
            #else
                var thread: pthread_t!
            #endif
            let started = pthread_create(
                &thread, &attributes,
                { argument in
                    // SAFETY: because the pointer is that of `work`, which lives until the thread is joined.
                    #if canImport(Glibc)
                        let work = Unmanaged<Work>.fromOpaque(argument!).takeUnretainedValue()
                    #else
                        let work = Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue()
                    #endif
                    work.body()
                    return nil
                }, Unmanaged.passUnretained(work).toOpaque())
            if started == 0 {
                pthread_join(thread, nil)
            } else {
                work.body()
            }
            return withExtendedLifetime(work) { result! }
        }
    }

    private final class Work {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }
}
