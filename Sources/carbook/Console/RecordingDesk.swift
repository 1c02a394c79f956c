import Domain
import Store
import TUI

/// What a console asks of recordings: it looks up links, which is quick, and hands all else on to the
/// player's thread.
struct RecordingDesk {
  let player: RecordingPlayer
  private let settings: RecordingSettings

  /// - Parameter store: its absolute path.
  init(
    store: String, _ settings: RecordingSettings, mailbox: Mailbox<Message>
  ) throws(SystemError) {
    self.settings = settings
    player = try RecordingPlayer(
      cache: RecordingCache(store: store, settings: settings), settings: settings
    ) { playback in
      // Of several that wait to be drawn only the latest is.
      mailbox.post(
        .event(.playbackChanged(playback)),
        insteadOf: { before in
          guard case .event(.playbackChanged(let other)) = before else { return false }
          return other?.call == playback?.call && other?.isFailed != true
        })
    }
  }

  /// - Returns: what is to be told at once.
  func carryOut(_ effect: Effect, from store: Store) -> [Event] {
    switch effect {
    case .playRecording(let call):
      do throws(StoreError) {
        player.submit(
          .play(call, link: try store.call(call)?.recording, try settings.policy(for: store)))
      } catch {
        return [.playbackChanged(nil), .failed(effect, Failure(error))]
      }
    case .stopPlayback: player.submit(.stop)
    case .togglePause: player.submit(.togglePause)
    case .seek(let seconds): player.submit(.seek(seconds))
    case .changeSpeed(let steps): player.submit(.changeSpeed(steps))
    default: break
    }
    return []
  }

  /// What may be fetched may be opened elsewhere too.
  /// - Returns: why there is none to be copied.
  func copyLink(
    of call: Call.ID, from store: Store, to clipboard: (String) -> Void
  ) -> Event? {
    let effect = Effect.copyRecordingLink(call)
    do {
      let link = try store.call(call)?.recording ?? ""
      clipboard(try RecordingAddress(link, policy: settings.policy(for: store)).text)
      return nil
    } catch let refusal as RecordingRefusal {
      return .failed(effect, .recording(RecordingProblem(refusal)))
    } catch let error as StoreError {
      return .failed(effect, Failure(error))
    } catch {
      return .failed(effect, .other(String(describing: error)))
    }
  }
}
