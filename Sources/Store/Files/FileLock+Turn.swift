import Glibc

extension FileLock {
  /// Places in the queue before the lock: locks on single bytes of its file, apart from the lock
  /// itself (Linux fcntl(2), open file description locks). Whoever waits holds one of them.
  private static let places: Int64 = 12
  private static let setOpenFileLock: Int32 = 37
  /// Between two looks at the place ahead, in milliseconds.
  private static let pause: Int32 = 2

  /// Waits its turn: places are left one by one and nobody overtakes, also not he who has just let
  /// go of the lock and wants it again. Without this a busy writer keeps the others out for as long
  /// as it likes, since nobody else looks as soon as it does.
  ///
  /// Half of the time is for the queue: somebody in it may have been stopped.
  func lockInTurn(milliseconds: Int) throws(StoreError) -> Bool {
    let start = FileLock.clock()
    var place = FileLock.places
    defer { leave(place) }
    while place > 0, FileLock.clock() - start < milliseconds / 2 {
      if set(F_WRLCK, at: place - 1) {
        leave(place)
        place -= 1
      } else {
        poll(nil, 0, FileLock.pause)
      }
    }
    return try lock(milliseconds: milliseconds - Int(FileLock.clock() - start))
  }

  private func leave(_ place: Int64) {
    if place < FileLock.places { _ = set(F_UNLCK, at: place) }
  }

  /// False where the place is taken. A file system without such locks has no queue.
  func set(_ type: Int32, at place: Int64) -> Bool {
    var range = Glibc.flock()
    range.l_type = Int16(type)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = off_t(place)
    range.l_len = 1
    return fcntl(descriptor, FileLock.setOpenFileLock, &range) == 0
      || (errno != EAGAIN && errno != EACCES && errno != EINTR)
  }
}
