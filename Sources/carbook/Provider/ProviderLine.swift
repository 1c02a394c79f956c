import Domain
import Telephony

/// How an integration's provider is asked: the way to it, and in tests anything that answers.
typealias ProviderLine = (
  ProviderRequest, Integration
) throws(ProviderProblem) -> ProviderConnection.Answer
