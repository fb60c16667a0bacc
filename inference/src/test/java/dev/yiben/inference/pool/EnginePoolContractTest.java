package dev.yiben.inference.pool;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceEngineContract;
import dev.yiben.inference.Sampling;
import java.util.List;
import java.util.Optional;

class EnginePoolContractTest extends InferenceEngineContract {
  @Override
  protected InferenceEngine open() {
    return EnginePool.open(
        List.of(
            new PoolMember("a", EnginePoolContractTest::member, 1, Limits.NONE),
            new PoolMember("b", EnginePoolContractTest::member, 2, Limits.NONE)),
        PoolSettings.DEFAULT,
        PoolListener.NONE);
  }

  private static InferenceEngine member() {
    return new FakeEngine(
        new Capabilities("m", "print", 4096, 4, ConstraintSupport.NONE, false, "", true));
  }

  @Override
  protected GenerationRequest request() {
    return new GenerationRequest(
        List.of(ChatMessage.user("Hello")), Optional.empty(), Sampling.greedy(), 10);
  }
}
