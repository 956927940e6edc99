import Testing

extension Tag {
    /// Suites that put several threads on one thing: Tools/test-threads.sh runs them under the thread sanitizer. It
    /// reads the line that begins with `@Suite`, so that the tag stands there.
    @Tag static var threads: Self
}
