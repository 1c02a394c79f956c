import TestSupport

/// The end-to-end tests have it too.
typealias WebServer = TestSupport.WebServer
