/// The conformance scenarios, one parametrised test per kind.
package headroom.core.conformance;
