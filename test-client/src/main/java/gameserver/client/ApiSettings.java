package gameserver.client;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where accounts are, and what for.
 *
 * @param server the API server, as {@code http://host:port}
 * @param game whose servers a login is for
 */
record ApiSettings(URI server, String game) {
    static final String DEFAULT_SERVER = "http://127.0.0.1:11080";
    static final String DEFAULT_GAME = "chat-server2";

    /** What holds when nobody has said anything. */
    static final ApiSettings USUAL = new ApiSettings(URI.create(DEFAULT_SERVER), DEFAULT_GAME);

    /** For picocli. */
    static final class AddressConverter implements ITypeConverter<URI> {
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
            return "'" + value + "' is not http://host:port (as " + DEFAULT_SERVER + ")";
        }
    }
}
