// What to do where no connection comes about, by what the connection says.

const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE/;

/** Why a deployment cannot be reached, and what to do. */
export function unreachableText(baseUrl: string, detail: string): string {
  return `${baseUrl} cannot be reached (${detail}). ${adviceOn(detail)}`;
}

function adviceOn(detail: string): string {
  if (UNTRUSTED.test(detail))
    return 'Its certificate is not signed by an authority that Node knows: give that authority with --ca FILE, or in NODE_EXTRA_CA_CERTS.';
  if (/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/.test(detail)) return 'Its certificate is not valid today.';
  if (/ALTNAME/.test(detail)) return 'Its certificate is for another host: check the host in the URL.';
  if (/WRONG_VERSION_NUMBER|packet length too long/.test(detail)) return 'It does not speak TLS there: try http://.';
  if (/^HPE_|Parse Error/.test(detail))
    return 'It does not speak HTTP there: check the port, and whether it is https://.';
  if (/[Pp]roxy/.test(detail)) return 'Check --proxy, or HTTP_PROXY, HTTPS_PROXY and NO_PROXY.';
  return 'Check the URL, and that the server is running.';
}
