package org.clearancedesk.people.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A test, named {@code …KeycloakIT}, in one {@link Studio} that all of them share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("keycloak")
@ExtendWith(AtTheStudio.OpenOnce.class)
@interface AtTheStudio {

    class OpenOnce implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Studio.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Studio.class))
                    .getOrComputeIfAbsent(Opened.class, key -> Opened.now(), Opened.class)
                    .studio;
        }
    }

    record Opened(Studio studio) implements ExtensionContext.Store.CloseableResource {

        static Opened now() {
            try {
                return new Opened(Studio.open());
            } catch (Exception e) {
                throw new IllegalStateException("The studio does not open.", e);
            }
        }

        @Override
        public void close() throws Exception {
            studio.close();
        }
    }
}
