/// What runs beside a screen, on threads of its own.
struct Services {
  let provider: ProviderService
  /// Nil where this console never listens.
  let listening: ListenerService?

  /// The port last: whoever takes it over may continue this process at once.
  func pause() {
    provider.pause()
    listening?.pause()
  }

  func resume() {
    listening?.resume()
    provider.resume()
  }

  func stop() {
    listening?.stop()
    provider.stop()
  }
}
