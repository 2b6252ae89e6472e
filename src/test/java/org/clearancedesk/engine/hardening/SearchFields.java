package org.clearancedesk.engine.hardening;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.AbstractSearchQueryDto;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;

/**
 * Every search of the engine's interface with what it may be asked for, as found on the class path.
 *
 * @param name of the document, such as {@code TaskQueryDto}
 * @param gets where it is asked for in the address
 * @param posts where it is asked for in a body
 * @param fields what it takes, by the name in a body
 */
record SearchFields(String name, List<String> gets, List<String> posts, Map<String, Field> fields) {

    private static final String SERVICE = "RestService";

    /** A field: its name in an address, and the type of its value. */
    record Field(String parameter, Class<?> type) {}

    static List<SearchFields> all() {
        Map<String, Class<?>> services = VariablePlaces.classes()
                .filter(type -> type.isInterface() && type.getSimpleName().endsWith(SERVICE))
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (one, same) -> one));
        return VariablePlaces.classes()
                .filter(type -> AbstractSearchQueryDto.class.isAssignableFrom(type))
                .filter(type -> services.containsKey(service(type)))
                .map(type -> of(type, services.get(service(type))))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static String service(Class<?> document) {
        return document.getSimpleName().replaceFirst("QueryDto$", SERVICE);
    }

    private static SearchFields of(Class<?> document, Class<?> service) {
        return new SearchFields(
                document.getSimpleName(),
                routes(service, GET.class, UriInfo.class),
                routes(service, POST.class, document),
                fields(document));
    }

    private static List<String> routes(
            Class<?> service, Class<? extends java.lang.annotation.Annotation> method, Class<?> parameter) {
        String root = root(service);
        return Arrays.stream(service.getMethods())
                .filter(each -> each.isAnnotationPresent(method))
                .filter(each -> List.of(each.getParameterTypes()).contains(parameter))
                .map(each -> root + path(each))
                .filter(path -> !path.contains("{"))
                .distinct()
                .toList();
    }

    private static String root(Class<?> service) {
        try {
            String own = ((String) service.getField("PATH").get(null)).replaceFirst("^/", "");
            // What is about the past lies under one roof.
            return service.getPackageName().endsWith(".history") ? "history/" + own.replaceFirst("^history/", "") : own;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(service + " does not say where it is.", e);
        }
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null || path.value().equals("/")
                ? ""
                : "/" + path.value().replaceFirst("^/", "");
    }

    private static Map<String, Field> fields(Class<?> document) {
        Map<String, Field> fields = new TreeMap<>();
        for (Method setter : Stream.of(document.getMethods())
                .filter(each -> each.getName().matches("set[A-Z].*") && each.getParameterCount() == 1)
                .filter(each -> !each.getName().equals("setObjectMapper"))
                .toList()) {
            String name = Character.toLowerCase(setter.getName().charAt(3))
                    + setter.getName().substring(4);
            CamundaQueryParam parameter = setter.getAnnotation(CamundaQueryParam.class);
            fields.put(name, new Field(parameter == null ? name : parameter.value(), setter.getParameterTypes()[0]));
        }
        return fields;
    }
}
