package gameserver.api.client;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of an API server as it is written on the command line, for picocli. */
public final class ApiAddress implements ITypeConverter<URI> {
    private static final String EXAMPLE = "http://127.0.0.1:11080";

    /** Picocli makes it. */
    public ApiAddress() {}

    @Override
    public URI convert(String value) {
        try {
            URI uri = new URI(value);
            if (isAddress(uri)) {
                return new URI(uri.getScheme() + "://" + uri.getRawAuthority());
            }
        } catch (URISyntaxException e) {
            throw new TypeConversionException(complaint(value));
        }
        throw new TypeConversionException(complaint(value));
    }

    /** A user or a path would be ignored, and whoever wrote it would not know. */
    private static boolean isAddress(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static String complaint(String value) {
        return "'" + value + "' is not http://host:port (as " + EXAMPLE + ")";
    }
}
