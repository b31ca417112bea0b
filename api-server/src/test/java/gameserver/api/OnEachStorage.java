package gameserver.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.TestAbortedException;

/**
 * A test that runs with each {@link Storage}, on a {@link TestApi} that the constructor of its
 * class is given. The tests of a class share one server a storage, so each uses ids of its own.
 * Where there is no such storage each is skipped.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(OnEachStorage.Provider.class)
@interface OnEachStorage {
    /** For JUnit. */
    final class Provider implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
                ExtensionContext context) {
            return Stream.of(Storage.values()).map(Invocation::new);
        }
    }

    /** With one storage. */
    record Invocation(Storage storage)
            implements TestTemplateInvocationContext, ExecutionCondition, ParameterResolver {
        @Override
        public String getDisplayName(int index) {
            return storage.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                api(context, storage);
                return ConditionEvaluationResult.enabled("there is one");
            } catch (TestAbortedException e) {
                return ConditionEvaluationResult.disabled(e.getMessage());
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestApi.class;
        }

        /** Asked before the condition. Any will do for a test that the condition then skips. */
        @Override
        public TestApi resolveParameter(ParameterContext parameter, ExtensionContext context) {
            try {
                return api(context, storage);
            } catch (TestAbortedException e) {
                return api(context, Storage.SQLITE_AND_MEMORY);
            }
        }

        /** JUnit closes it after the last test of the class. */
        private static TestApi api(ExtensionContext context, Storage storage) {
            ExtensionContext ofClass = context;
            while (ofClass.getTestMethod().isPresent()) {
                ofClass = ofClass.getParent().orElseThrow();
            }
            TestApi api =
                    ofClass.getStore(Namespace.create(OnEachStorage.class))
                            .computeIfAbsent(
                                    storage,
                                    s -> TestApi.start(s, InstantSource.system()),
                                    TestApi.class);
            return Objects.requireNonNull(api);
        }
    }
}
