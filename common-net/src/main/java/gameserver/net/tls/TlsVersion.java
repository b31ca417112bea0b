package gameserver.net.tls;

/** The only one that is spoken here. */
public final class TlsVersion {
    /** As Java calls it. */
    public static final String NAME = "TLSv1.3";

    private TlsVersion() {}
}
