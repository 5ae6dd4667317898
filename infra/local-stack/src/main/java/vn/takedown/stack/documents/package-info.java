/** The documents of the contract's section 4, read back from Elasticsearch. */
package vn.takedown.stack.documents;
