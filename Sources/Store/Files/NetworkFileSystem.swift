import CSQLite
import Glibc

/// File systems on which neither `flock` nor the shared memory of a WAL can be relied on.
enum NetworkFileSystem {
  /// `f_type` as in statfs(2).
  private static let types: [Int64] = [
    0x6969,  // NFS
    0x517B,  // SMB
    0xFF53_4D42,  // CIFS
    0xFE53_4D42,  // SMB2
    0x0102_1997,  // 9P
    0x00C3_6400,  // Ceph
    0x0BD0_0BD0,  // Lustre
    0x5346_414F,  // OpenAFS
    0x7375_7245,  // Coda
    0x564C,  // NCP
    0x7461_636F,  // OCFS2
    0x0116_1970,  // GFS2
    0x786F_4256,  // VirtualBox shared folders
    0x6573_5546,  // FUSE: sshfs and its like
  ]

  static func isNetwork(type: Int64) -> Bool {
    // Some kernels sign-extend the 32 bits.
    types.contains(type & 0xFFFF_FFFF)
  }

  /// Whether the nearest existing folder of `path` lies on one.
  static func holds(_ path: String) -> Bool {
    var path = path
    var type = csqlite_file_system_type(path)
    while type < 0 {
      guard errno == ENOENT, path != "/", path != "." else { return false }
      path = PathName(path).folder
      type = csqlite_file_system_type(path)
    }
    return isNetwork(type: type)
  }
}
